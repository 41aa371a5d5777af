-- People can wait for numbered seats too. What is there of a type is what its quotas have left, and no more than the free seats
-- that it is sold with.
create function ticketing.left_of(p_event uuid, p_type uuid) returns int language sql stable as $$
  select least(min(q.size - q.held - q.sold), seating.free_for(p_event, p_type))
    from ticketing.draws d join ticketing.quotas q on q.id = d.quota_id
   where d.ticket_type_id = p_type
$$;

create or replace function ticketing.served_types(p_event uuid, p_at timestamptz)
  returns table (ticket_type_id uuid, closes_at timestamptz) language sql stable as $$
  select t.id, least(e.closes_at, t.sale_ends_at)
    from (select id, case when state = 'published' then coalesce(registration_closes_at, starts_at)
                          when state = 'live' then registration_closes_at end as closes_at
            from event.events where id = p_event and ticketing) e
    join ticketing.ticket_types t on t.event_id = e.id
   where e.closes_at > p_at and t.archived_at is null
     and (t.sale_starts_at is null or t.sale_starts_at <= p_at) and (t.sale_ends_at is null or t.sale_ends_at > p_at)
     and exists (select from ticketing.waiting_entries w where w.ticket_type_id = t.id and w.state = 'waiting')
     and not exists (select from ticketing.waiting_lists w where w.ticket_type_id = t.id and not w.open)
$$;
drop function ticketing.seated_types(uuid);

-- An offer on somebody's ticket names its seat, which is theirs until it is bought.
create or replace function ticketing.expected_seats()
  returns table (seat_id uuid, hold_id uuid, event_id uuid, organization_id uuid) language sql stable as $$
  select s.seat_id, s.hold_id, h.event_id, h.organization_id
    from ticketing.hold_seats s join ticketing.holds h on h.id = s.hold_id
   where (h.state = 'consumed' or h.state = 'active' and not h.resale)
     and not exists (select from ticketing.tickets k
                      where k.hold_id = s.hold_id and k.seat_id = s.seat_id and k.returned_at is not null)
$$;

drop function ticketing.offer_to(uuid, int, uuid, timestamptz, timestamptz);
-- Makes an offer to somebody in line, of so many places, or of one ticket that is given back to the list.
--
-- p_seats: that the hold has already; none where nobody sits
create function ticketing.offer_to(
  p_hold uuid, p_entry uuid, p_quantity int, p_seats uuid[], p_resale uuid, p_at timestamptz, p_until timestamptz)
  returns void language plpgsql as $$
#variable_conflict use_column
begin
  insert into ticketing.holds (id, event_id, organization_id, state, created_at, expires_at, resale)
  select p_hold, event_id, organization_id, 'active', p_at, p_until, p_resale is not null
    from ticketing.waiting_entries where id = p_entry;
  -- what places cost with taxes and fees is written when the offer is told, before anybody can see it
  insert into ticketing.hold_lines
    (hold_id, ticket_type_id, organization_id, position, name, quantity, price_amount, currency)
  select p_hold, t.id, t.organization_id, 1, t.name, p_quantity,
         coalesce(k.price_amount, t.price_amount), coalesce(k.currency, t.currency)
    from ticketing.waiting_entries e
    join ticketing.ticket_types t on t.id = e.ticket_type_id
    left join ticketing.resales r on r.id = p_resale
    left join ticketing.tickets k on k.id = r.ticket_id
   where e.id = p_entry;
  insert into ticketing.hold_seats
    (hold_id, position, seat_id, ticket_type_id, organization_id, section, row_label, label)
  select p_hold, w.position, s.seat_id, e.ticket_type_id, e.organization_id, s.section, s.row_label, s.label
    from unnest(p_seats) with ordinality w (seat, position)
    join seating.named(p_seats) s on s.seat_id = w.seat
    join ticketing.waiting_entries e on e.id = p_entry
   union all
  select p_hold, 1, k.seat_id, k.ticket_type_id, k.organization_id, k.seat_section, k.seat_row, k.seat_label
    from ticketing.resales r join ticketing.tickets k on k.id = r.ticket_id
   where r.id = p_resale and k.seat_id is not null;
  insert into ticketing.waiting_offers (hold_id, entry_id, event_id, organization_id, quantity, created_at)
  select p_hold, id, event_id, organization_id, p_quantity, p_at from ticketing.waiting_entries where id = p_entry;
  if p_resale is not null then
    update ticketing.resales set state = 'offered', hold_id = p_hold where id = p_resale;
  elsif not ticketing.claim_stock(array(select ticket_type_id from ticketing.waiting_entries where id = p_entry),
                                  array[p_quantity]) then
    raise exception 'places went away under their lock';
  end if;
end $$;

drop function ticketing.offer_waiting(uuid);
-- Offers whatever is there to those in line, each an active hold of theirs, in the transaction that made the places free:
-- nobody else ever sees them free. Whoever waits for more than there is gets a part, and stays in front for the rest. Where
-- no places are left, tickets that were given back to the list are offered. Where people sit, an offer is of certain seats.
--
-- p_vacated: seats that this transaction made free
create function ticketing.offer_waiting(p_event uuid, p_vacated uuid[] default '{}') returns int language plpgsql
  set plan_cache_mode = force_generic_plan set enable_seqscan = off
as $$
#variable_conflict use_column
declare
  moment timestamptz := clock_timestamp();
  minutes int;
  turn record;
  hold uuid;
  seats uuid[];
  given int;
  passed uuid[] := '{}';                      -- types whose free seats others are about to take
  offers int := 0;
begin
  -- what a ticket that changes hands gives back is taken again by the same transaction
  if coalesce(current_setting('marquee.taking_over', true), '') = 'on'
     or not exists (select from ticketing.waiting_entries where event_id = p_event and state = 'waiting') then
    return 0;
  end if;
  minutes := coalesce((select offer_minutes from ticketing.waiting_rules where event_id = p_event), 1440);
  loop
    select e.id, e.organization_id, s.ticket_type_id, r.id as resale, s.closes_at,
           case when l.available > 0 then least(e.open, l.available) else 1 end as quantity,
           seating.free_for(p_event, s.ticket_type_id) is not null as seated
      into turn
      from ticketing.served_types(p_event, moment) s
      join lateral (select ticketing.left_of(p_event, s.ticket_type_id) as available) l on true
      left join lateral (select r.id
                           from ticketing.resales r
                           join ticketing.tickets k on k.id = r.ticket_id and k.serial = r.serial
                          where l.available <= 0 and r.ticket_type_id = s.ticket_type_id and r.state = 'listed'
                            and k.state = 'issued'
                          order by r.id limit 1 for update of r skip locked) r on true
      join lateral (select * from ticketing.waiting_entries w
                     where w.ticket_type_id = s.ticket_type_id and w.state = 'waiting'
                     order by w.rank, w.number limit 1) e on true
     where (l.available > 0 or r.id is not null) and s.ticket_type_id <> all (passed)
     order by e.rank, e.number
     limit 1;
    exit when not found;
    hold := uuidv7();
    seats := '{}';
    given := turn.quantity;
    if turn.seated and turn.resale is null then
      seats := array(select * from seating.take_for(
        hold, p_event, turn.organization_id, turn.ticket_type_id, turn.quantity, p_vacated, moment));
      given := cardinality(seats);
    end if;
    if given = 0 then
      passed := passed || turn.ticket_type_id;
    else
      update ticketing.waiting_entries
         set open = open - given, state = case when open = given then 'served' else 'waiting' end
       where id = turn.id and state = 'waiting' and open >= given;
      if found then
        perform ticketing.offer_to(hold, turn.id, given, seats, turn.resale, moment,
                                   least(moment + minutes * interval '1 minute', turn.closes_at));
        offers := offers + 1;
      else
        -- they left in this moment: look again
        perform seating.vacate(seat, hold) from unnest(seats) v (seat);
      end if;
    end if;
  end loop;
  return offers;
end $$;

create or replace function ticketing.give_back(p_holds uuid[]) returns void language plpgsql
  set plan_cache_mode = force_generic_plan set enable_seqscan = off
as $$
#variable_conflict use_column
declare
  events uuid[] := array(select distinct event_id from ticketing.holds where id = any (p_holds) order by event_id);
  event uuid;
begin
  perform ticketing.uncount(p_holds);
  foreach event in array events loop
    perform ticketing.lock_waited(event, array(select source from ticketing.drawn(p_holds)));
  end loop;
  perform ticketing.move_stock(array_agg(source), array_agg(-quantity), array_agg(0)) from ticketing.drawn(p_holds);
  update ticketing.resales set state = 'listed', hold_id = null where hold_id = any (p_holds) and state = 'offered';
  update ticketing.waiting_entries e set state = 'passed', open = 0
    from ticketing.waiting_offers o
   where o.hold_id = any (p_holds) and e.id = o.entry_id and e.state in ('waiting', 'served');
  foreach event in array events loop
    perform ticketing.offer_waiting(event, array(select seat_id from ticketing.hold_seats where hold_id = any (p_holds)));
  end loop;
end $$;

create or replace function ticketing.give_up(p_tickets uuid[], p_return boolean, p_at timestamptz) returns void
language plpgsql
  set plan_cache_mode = force_generic_plan set enable_seqscan = off
as $$
#variable_conflict use_column
declare
  step record;
  holds uuid[];
  sources uuid[];
  quantities int[];
  events uuid[];
  event uuid;
begin
  for step in
    select k.ticket_type_id, h.buyer, count(*)::int as quantity
      from ticketing.tickets k join ticketing.holds h on h.id = k.hold_id
     where k.id = any (p_tickets) and h.buyer is not null
     group by k.ticket_type_id, h.buyer
     order by k.ticket_type_id, h.buyer
  loop
    update ticketing.takes set taken = taken - step.quantity
     where ticket_type_id = step.ticket_type_id and buyer = step.buyer;
    if not found then
      raise exception 'nothing counted of % for the tickets %', step.ticket_type_id, p_tickets;
    end if;
  end loop;
  if p_return then
    holds := array(select distinct hold_id from ticketing.tickets where id = any (p_tickets) order by hold_id);
    events := array(select distinct event_id from ticketing.tickets where id = any (p_tickets) order by event_id);
    -- before quotas, as everywhere; and of two tickets of one hold that are given up at once the second sees that it is the last
    perform from ticketing.holds h where h.id = any (holds) order by h.id for update;
    foreach event in array events loop
      perform ticketing.lock_waited(event, array(select source from ticketing.drawn(holds)));
    end loop;
    -- only what is counted as sold can come off it
    perform ticketing.settle(holds, p_at);
    with back as (
      update ticketing.tickets set returned_at = p_at where id = any (p_tickets) and returned_at is null
      returning id, ticket_type_id
    ) select coalesce(array_agg(b.ticket_type_id), '{}'), coalesce(array_agg(-b.quantity), '{}') into sources, quantities
        from (select ticket_type_id, count(*)::int as quantity from back group by ticket_type_id) b;
    with back as (
      update ticketing.hold_draws w set returned_at = p_at
       where w.hold_id = any (holds) and w.returned_at is null
         and not exists (select from ticketing.tickets k where k.hold_id = w.hold_id and k.returned_at is null)
      returning quota_id, quantity
    ) select sources || coalesce(array_agg(b.quota_id), '{}'), quantities || coalesce(array_agg(-b.quantity), '{}')
        into sources, quantities
        from (select quota_id, sum(quantity)::int as quantity from back group by quota_id) b;
    perform ticketing.move_stock(sources, array_fill(0, array[cardinality(sources)]), quantities);
    foreach event in array events loop
      perform ticketing.offer_waiting(
        event, array(select seat_id from ticketing.tickets where id = any (p_tickets) and seat_id is not null));
    end loop;
  end if;
end $$;

-- The offer of somebody's ticket was bought: that ticket ends, and its place and its seat are the hold's. False, and nothing
-- may be kept of the transaction, where the ticket was used, has ended or has another holder by now.
create or replace function ticketing.take_over(p_hold uuid, p_at timestamptz) returns boolean language plpgsql as $$
#variable_conflict use_column
declare
  listing record;
  place record;
begin
  update ticketing.resales set state = 'sold', decided_at = p_at where hold_id = p_hold and state = 'offered'
  returning ticket_id, ticket_type_id, serial into listing;
  if not found then
    return false;
  end if;
  update ticketing.tickets set state = case when price_amount > 0 then 'refunded' else 'cancelled' end
   where id = listing.ticket_id and serial = listing.serial and state = 'issued'
  returning seat_id, hold_id into place;
  if not found then
    return false;
  end if;
  if place.seat_id is not null and not seating.hand_over(place.seat_id, place.hold_id, p_hold) then
    return false;
  end if;
  perform set_config('marquee.taking_over', 'on', true);
  perform ticketing.give_up(array[listing.ticket_id], true, p_at);
  perform set_config('marquee.taking_over', '', true);
  return ticketing.claim_stock(array[listing.ticket_type_id], array[1]);
end $$;

-- After a change of an event's plan: free seats are offered in the same way. Quotas are locked whether somebody waits or not:
-- whoever joins in this moment sees the seats, or is seen.
create function ticketing.offer_seats(p_event uuid, p_vacated uuid[]) returns void language plpgsql
  set plan_cache_mode = force_generic_plan set enable_seqscan = off
as $$
#variable_conflict use_column
begin
  perform event.keep(array[p_event]);
  perform from ticketing.quotas q where q.event_id = p_event order by q.id for update;
  perform ticketing.offer_waiting(p_event, p_vacated);
end $$;
