-- The seats of a hold, in the order in which its tickets will have them. They stay when the hold ends: a late payment takes the
-- same seats again, if they are free.
create table ticketing.hold_seats (
  -- written before the hold, so that hot quotas are locked last
  hold_id uuid not null references ticketing.holds on delete cascade deferrable initially deferred,
  position int not null,
  seat_id uuid not null,
  ticket_type_id uuid not null references ticketing.ticket_types on delete cascade,
  organization_id uuid not null,
  section text not null,                      -- named as they were when they were taken
  row_label text not null,
  label text not null,
  primary key (hold_id, position),
  unique (hold_id, seat_id)
);
create index on ticketing.hold_seats (ticket_type_id);
call platform.protect('ticketing.hold_seats');
call platform.tenant_policy('ticketing.hold_seats');
create policy bearer on ticketing.hold_seats for select using (hold_id = (select platform.capability()));

alter table ticketing.tickets add seat_id uuid, add seat_section text, add seat_row text, add seat_label text;
-- Two tickets for one seat are impossible, whatever the code does; one that was given back frees it.
create unique index on ticketing.tickets (seat_id) where returned_at is null and seat_id is not null;

-- Who should have which seat, by the holds and tickets that are there.
create function ticketing.expected_seats()
  returns table (seat_id uuid, hold_id uuid, event_id uuid, organization_id uuid) language sql stable as $$
  select s.seat_id, s.hold_id, h.event_id, h.organization_id
    from ticketing.hold_seats s join ticketing.holds h on h.id = s.hold_id
   where h.state in ('active', 'consumed')
     and not exists (select from ticketing.tickets k
                      where k.hold_id = s.hold_id and k.seat_id = s.seat_id and k.returned_at is not null)
$$;

-- Seats whose occupant is not who should have them: expected and counted are 1 or 0, somebody or nobody.
create function ticketing.seat_drift()
  returns table (event_id uuid, kind text, subject uuid, expected bigint, counted bigint) language sql stable as $$
  select coalesce(e.event_id, o.event_id), 'seat', coalesce(e.seat_id, o.seat_id),
         (e.seat_id is not null)::int::bigint, (o.seat_id is not null)::int::bigint
    from ticketing.expected_seats() e
    full join seating.occupied() o on o.seat_id = e.seat_id and o.hold_id = e.hold_id
   where e.seat_id is null or o.seat_id is null
   union all
  select k.event_id, 'seat', k.seat_id, 1, 0
    from ticketing.tickets k
   where k.seat_id is not null and k.returned_at is null
     and not exists (select from ticketing.hold_seats s where s.hold_id = k.hold_id and s.seat_id = k.seat_id)
$$;

-- Puts everybody who should have a seat on it, where it is free, and takes everybody else off.
create function ticketing.mend_seats() returns void language plpgsql as $$
begin
  perform seating.vacate(o.seat_id, o.hold_id) from seating.occupied() o
    where not exists (select from ticketing.expected_seats() e where e.seat_id = o.seat_id and e.hold_id = o.hold_id);
  perform seating.occupy(e.hold_id, e.event_id, e.organization_id, array[e.seat_id], now()) from ticketing.expected_seats() e
    where not exists (select from seating.occupied() o where o.seat_id = e.seat_id and o.hold_id = e.hold_id);
end $$;
