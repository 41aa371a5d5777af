-- Events that repeat: a rule (RFC 5545) gives days on the calendar of the place, and each becomes an event some time before. At
-- which hour says the event that it is made like.
create table event.series (
  id uuid primary key,
  organization_id uuid not null references organization.organizations,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title text not null check (length(title) between 1 and 200),
  rule text not null check (length(rule) between 1 and 200),
  first_day date not null,                    -- where the rule begins to count
  time_zone text not null,
  ahead_days int not null check (ahead_days between 1 and 400),
  publish boolean not null,                   -- whether new events are published by themselves
  made_through date not null,                 -- up to here every day of the rule has its row in occurrences, or passed unmade
  due_at timestamptz,                         -- when the next day's event is to be made; null: there is none any more
  ended_at timestamptz,                       -- somebody ended it
  created_at timestamptz not null,
  unique (id, organization_id)
);
create index on event.series (organization_id);
create index on event.series (due_at) where due_at is not null;

create table event.occurrences (
  series_id uuid not null,
  slot date not null,                         -- as the rule gave it: the event may have been moved since
  event_id uuid unique,                       -- null: this day is left out
  organization_id uuid not null,
  altered boolean not null default false,     -- edited on its own
  primary key (series_id, slot),
  foreign key (series_id, organization_id) references event.series (id, organization_id) on delete cascade
);

call platform.protect('event.series');
call platform.protect('event.occurrences');
call platform.tenant_policy('event.series');
call platform.tenant_policy('event.occurrences', 'event_id');
call event.within_tenant('event.occurrences', 'set null (event_id)');
-- As visible as their events are.
create policy visible on event.occurrences for select using (exists (select from event.events e where e.id = event_id));
create policy visible on event.series for select using (exists (select from event.occurrences o where o.series_id = id));

-- Lists can show a series once.
alter table event.listings add column series_id uuid;
create index on event.listings (series_id, starts_at) where series_id is not null;

create function event.list_in_series() returns trigger language plpgsql as $$
begin
  new.series_id := (select series_id from event.occurrences where event_id = new.event_id);
  return new;
end $$;
create trigger in_series before insert on event.listings for each row execute function event.list_in_series();

create function event.listed_in_series() returns trigger language plpgsql as $$
begin
  update event.listings set series_id = new.series_id where event_id = new.event_id;
  return null;
end $$;
create trigger listed after insert on event.occurrences for each row when (new.event_id is not null)
  execute function event.listed_in_series();
