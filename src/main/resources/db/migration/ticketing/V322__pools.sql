-- A pool that is given up counts on without a limit: whoever moves stock just now may have read that it is drawn on.
alter table ticketing.quotas add column retired_at timestamptz;
drop index ticketing.quotas_event_id_lower_idx;
create unique index on ticketing.quotas (event_id, lower(name)) where kind = 'pool' and retired_at is null;
