create schema seating;
grant usage on schema seating to marquee_app;

-- The plan of an event's seats; one without an event is kept by an organization for its next events.
create table seating.maps (
  id uuid primary key,
  organization_id uuid not null,
  event_id uuid unique,
  name text not null check (length(name) between 1 and 120),
  no_orphans boolean not null default false,  -- a choice may not leave a single seat between others
  version int not null default 1,             -- goes up with every change of what is drawn
  created_at timestamptz not null
);
create index on seating.maps (organization_id) where event_id is null;

create table seating.sections (
  id uuid primary key,
  map_id uuid not null references seating.maps on delete cascade,
  organization_id uuid not null,
  event_id uuid,
  name text not null check (length(name) between 1 and 60),
  position int not null,
  ticket_types uuid[] not null default '{}',  -- those that sell it, known by their ids only
  unique (map_id, name) deferrable
);

create table seating.seats (
  id uuid primary key,
  section_id uuid not null references seating.sections on delete cascade,
  map_id uuid not null references seating.maps on delete cascade,
  organization_id uuid not null,
  event_id uuid,
  row_label text not null check (length(row_label) between 1 and 60),
  row_order int not null,                     -- 1 is the front
  label text not null check (length(label) between 1 and 60),
  place int not null,                         -- within the row; seats are neighbours whose places follow each other
  x real not null,
  y real not null,
  accessible boolean not null default false,
  unique (section_id, row_label, label) deferrable,
  unique (section_id, row_order, place) deferrable
);
create index on seating.seats (map_id);

-- Who has a seat: a hold, later its ticket; or, without a hold, the organizer who blocked it. The primary key is what makes
-- selling a seat twice impossible, and the foreign key keeps a seat that somebody has.
create table seating.occupants (
  seat_id uuid primary key references seating.seats,
  organization_id uuid not null,
  event_id uuid,
  hold_id uuid,
  since timestamptz not null
);
create index on seating.occupants (event_id);
create index on seating.occupants (hold_id);

call event.within_tenant('seating.maps', 'cascade');
call event.within_tenant('seating.sections', 'cascade');
call event.within_tenant('seating.seats', 'cascade');
call event.within_tenant('seating.occupants', 'cascade');

call platform.protect('seating.maps');
call platform.protect('seating.sections');
call platform.protect('seating.seats');
call platform.protect('seating.occupants');
call platform.tenant_policy('seating.maps', 'event_id');
call platform.tenant_policy('seating.sections', 'event_id');
call platform.tenant_policy('seating.seats', 'event_id');
call platform.tenant_policy('seating.occupants', 'event_id');
-- Takes seats for a hold; answers how many of them it has now. Sorted: two carts with the same seats don't deadlock. A seat
-- that somebody is about to give back is waited for.
create function seating.occupy(p_hold uuid, p_event uuid, p_organization uuid, p_seats uuid[], p_at timestamptz) returns int
language plpgsql as $$
declare
  taken int;
begin
  insert into seating.occupants (seat_id, organization_id, event_id, hold_id, since)
  select s.id, p_organization, p_event, p_hold, p_at
    from seating.seats s
   where s.id = any (p_seats) and s.event_id = p_event
   order by s.id
  on conflict (seat_id) do nothing;
  get diagnostics taken = row_count;
  return taken;
end $$;

-- Which seats holds have, for the module that holds them.
create function seating.occupied() returns table (seat_id uuid, hold_id uuid, event_id uuid, organization_id uuid)
language sql stable as $$
  select seat_id, hold_id, event_id, organization_id from seating.occupants where hold_id is not null
$$;

create function seating.vacate(p_seat uuid, p_hold uuid) returns void language sql as $$
  delete from seating.occupants where seat_id = p_seat and hold_id = p_hold
$$;
