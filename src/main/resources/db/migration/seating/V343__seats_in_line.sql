-- Whoever takes seats says so on the seats' rows first, by the lock that the foreign key takes anyway: who picks a free seat for
-- somebody in line leaves such seats out, and never waits for them.
create or replace function seating.occupy(p_hold uuid, p_event uuid, p_organization uuid, p_seats uuid[], p_at timestamptz) returns int
language plpgsql as $$
declare
  taken int;
begin
  insert into seating.occupants (seat_id, organization_id, event_id, hold_id, since)
  select s.id, p_organization, p_event, p_hold, p_at
    from seating.seats s
   where s.id = any (p_seats) and s.event_id = p_event
   order by s.id
     for key share of s
  on conflict (seat_id) do nothing;
  get diagnostics taken = row_count;
  return taken;
end $$;

create or replace function seating.occupy_all(
  p_holds uuid[], p_seats uuid[], p_event uuid, p_organization uuid, p_at timestamptz) returns setof uuid language sql as $$
  insert into seating.occupants (seat_id, organization_id, event_id, hold_id, since)
  select s.id, p_organization, p_event, w.hold, p_at
    from unnest(p_holds, p_seats) w (hold, seat)
    join seating.seats s on s.id = w.seat and s.event_id = p_event
   order by s.id
     for key share of s
  on conflict (seat_id) do nothing
  returning seat_id
$$;

-- How many free seats a type could be sold with; null where it is sold without one.
create function seating.free_for(p_event uuid, p_type uuid) returns int language sql stable as $$
  select sum((select count(*) from seating.seats s
               where s.section_id = c.id and not exists (select from seating.occupants o where o.seat_id = s.id)))::int
    from seating.sections c
   where c.map_id = (select id from seating.maps where event_id = p_event) and p_type = any (c.ticket_types)
$$;

-- Gives a hold up to so many free seats of a type: neighbours near the front where there are any, and those that somebody may
-- need for a wheelchair last. It waits for nobody, since its caller holds quotas, which come after seats: a seat that
-- somebody is about to take is left out. What the caller has vacated in this transaction is its own: whoever else wants it
-- waits for the caller.
create function seating.take_for(
  p_hold uuid, p_event uuid, p_organization uuid, p_type uuid, p_count int, p_vacated uuid[], p_at timestamptz)
  returns setof uuid language plpgsql as $$
declare
  seat uuid;
  taken int := 0;
begin
  for seat in
    with free as (
      select s.id, s.accessible, s.section_id, c.position, s.row_order, s.place,
             s.place - row_number() over (partition by s.section_id, s.row_order, s.accessible order by s.place) as piece
        from seating.sections c
        join seating.seats s on s.section_id = c.id
       where c.map_id = (select id from seating.maps where event_id = p_event) and p_type = any (c.ticket_types)
         and not exists (select from seating.occupants o where o.seat_id = s.id)
    ), pieces as (
      select f.*, count(*) over (partition by f.section_id, f.row_order, f.accessible, f.piece) as size from free f
    )
    select f.id from pieces f
     order by f.accessible, least(f.size, p_count) desc, f.position, f.row_order, f.piece, f.place
  loop
    exit when taken = p_count;
    if seat = any (p_vacated) then
      perform from seating.seats s where s.id = seat for key share skip locked;
    else
      perform from seating.seats s where s.id = seat for update skip locked;
    end if;
    -- looked at anew: whoever was quicker has committed, or has been left out
    if found and not exists (select from seating.occupants o where o.seat_id = seat) then
      insert into seating.occupants (seat_id, organization_id, event_id, hold_id, since)
      values (seat, p_organization, p_event, p_hold, p_at);
      taken := taken + 1;
      return next seat;
    end if;
  end loop;
end $$;

-- The seat goes from one hold to another, and is never free in between. False where the first does not have it.
create function seating.hand_over(p_seat uuid, p_from uuid, p_to uuid) returns boolean language plpgsql as $$
begin
  update seating.occupants set hold_id = p_to where seat_id = p_seat and hold_id = p_from;
  return found;
end $$;

-- How seats are called, as they are printed.
create function seating.named(p_seats uuid[]) returns table (seat_id uuid, section text, row_label text, label text)
language sql stable as $$
  select s.id, c.name, s.row_label, s.label
    from seating.seats s join seating.sections c on c.id = s.section_id
   where s.id = any (p_seats)
$$;
