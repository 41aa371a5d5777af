-- Who may come in where, when and how often. Rules don't change once made, so that old scans keep their meaning: a list is archived and
-- another one is made.
create table checkin.lists (
  id uuid primary key,
  event_id uuid not null references event.events,
  organization_id uuid not null,
  name text not null check (length(name) between 1 and 60),
  kind text not null check (kind in ('admission', 'session', 'hand_out')),
  rule text not null check (rule in ('once', 'once_a_day', 're_entry')),
  ticket_types uuid[] not null,               -- empty: all
  gates text[] not null,                      -- empty: everywhere
  opens_at timestamptz,
  closes_at timestamptz,
  capacity int check (capacity > 0),          -- how many may be inside at once
  created_at timestamptz not null,
  archived_at timestamptz,
  check (closes_at is null or opens_at is null or closes_at > opens_at)
);
create index on checkin.lists (event_id);

call platform.protect('checkin.lists', 'select, insert, update');
call platform.tenant_policy('checkin.lists', 'event_id');
call event.within_tenant('checkin.lists', 'cascade');

alter table checkin.check_ins
  add column list_id uuid references checkin.lists,
  add column admission boolean not null default true;  -- into the event itself; else into a room of it, or something handed out
create index on checkin.check_ins (list_id, ticket_id) where list_id is not null;
