-- Guests that turned out to be somebody who is on the list already. What comes in their name, to their address or by their link is that
-- guest's from then on.
create table guest.merged (
  id uuid primary key,                        -- of the guest that is gone
  guest_id uuid not null,
  event_id uuid not null,
  organization_id uuid not null,
  person_id uuid,
  email text not null,
  at timestamptz not null
);
create index on guest.merged (guest_id);
create index on guest.merged (event_id, email);
create index on guest.merged (email);
create index on guest.merged (person_id) where person_id is not null;
call platform.protect('guest.merged');
call platform.tenant_policy('guest.merged', 'event_id');
call guest.within_guest('guest.merged');
