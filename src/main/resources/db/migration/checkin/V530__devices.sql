-- A scanner of one event: enrolled by a link that works once, known by a key of its own. Hashes only of both.
create table checkin.devices (
  id uuid primary key,
  event_id uuid not null references event.events,
  organization_id uuid not null,
  name text not null check (length(name) between 1 and 60),
  gates text[] not null,                      -- empty: everywhere
  ticket_types uuid[] not null,               -- empty: all
  state text not null check (state in ('invited', 'enrolled', 'revoked')),
  expires_at timestamptz not null,
  created_at timestamptz not null,
  enrolment_hash bytea not null unique,
  enrolment_until timestamptz not null,
  key_hash bytea unique,                      -- kept after it is revoked, so that the device is told
  enrolled_at timestamptz,
  last_seen_at timestamptz
);
create index on checkin.devices (event_id);

call platform.protect('checkin.devices', 'select, insert, update');
call platform.tenant_policy('checkin.devices', 'event_id');
call event.within_tenant('checkin.devices', 'cascade');
