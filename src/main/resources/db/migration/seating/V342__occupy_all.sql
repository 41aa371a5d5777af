-- Takes seats for holds, each with its own; answers those that were free. Sorted: two batches with the same seats don't deadlock.
-- A seat that somebody is about to give back is waited for.
create function seating.occupy_all(p_holds uuid[], p_seats uuid[], p_event uuid, p_organization uuid, p_at timestamptz)
  returns setof uuid language sql as $$
  insert into seating.occupants (seat_id, organization_id, event_id, hold_id, since)
  select s.id, p_organization, p_event, w.hold, p_at
    from unnest(p_holds, p_seats) w (hold, seat)
    join seating.seats s on s.id = w.seat and s.event_id = p_event
   order by s.id
  on conflict (seat_id) do nothing
  returning seat_id
$$;
