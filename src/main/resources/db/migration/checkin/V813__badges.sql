-- What stands on an event's badges beside the name and the code. No row: type with seat, the event, and the first answer that is marked
-- for the door.
create table checkin.badges (
  event_id uuid primary key references event.events,
  organization_id uuid not null,
  size text not null check (size in ('62x29', '89x36', '100x50', '102x76')),
  parts text[] not null check (parts <@ array['type', 'seat', 'event', 'logo']),
  questions uuid[]                            -- whose answers; null: the first that is marked for the door
);
call platform.protect('checkin.badges');
call platform.tenant_policy('checkin.badges', 'event_id');
call event.within_tenant('checkin.badges', 'cascade');
