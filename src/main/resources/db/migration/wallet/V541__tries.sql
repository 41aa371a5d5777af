-- A pass that could not be told waits, and keeps no other waiting.
alter table wallet.passes add column tell_at timestamptz not null default '-infinity';
drop index wallet.passes_changed_at_idx;
create index on wallet.passes (tell_at, changed_at) where not told;
