-- A ticket that its buyer would give to whoever is next in line, for what it cost. It stays theirs until somebody has paid.
create table ticketing.resales (
  id uuid primary key,
  ticket_id uuid not null references ticketing.tickets,
  ticket_type_id uuid not null references ticketing.ticket_types,
  event_id uuid not null,
  organization_id uuid not null,
  hold_of_seller uuid not null,               -- whose token shows it
  serial int not null,                        -- of the ticket; once that goes up, it is somebody else's
  state text not null check (state in ('listed', 'offered', 'sold', 'withdrawn', 'ended')),
  hold_id uuid references ticketing.holds,    -- the offer under way, or the one that bought it
  created_at timestamptz not null,
  decided_at timestamptz,
  check ((state in ('offered', 'sold')) = (hold_id is not null)),
  check ((state in ('listed', 'offered')) = (decided_at is null))
);
create unique index on ticketing.resales (ticket_id) where state in ('listed', 'offered');   -- one way at a time
create unique index on ticketing.resales (ticket_id) where state = 'sold';                   -- sold once
create unique index on ticketing.resales (hold_id) where hold_id is not null;                -- one ticket an offer
create index on ticketing.resales (ticket_type_id, id) where state = 'listed';
create index on ticketing.resales (event_id, id);
call platform.protect('ticketing.resales', 'select, insert, update');
call platform.tenant_policy('ticketing.resales', 'event_id');
call event.within_tenant('ticketing.resales');
create policy bearer on ticketing.resales for select using (hold_of_seller = (select platform.capability()));

-- A hold on a ticket that is somebody's still: its place is counted with that ticket, and takes no stock while it is active.
alter table ticketing.holds add column resale boolean not null default false;

create or replace function ticketing.drawn(p_holds uuid[]) returns table (source uuid, quantity int) language sql stable as $$
  select s.source, sum(s.quantity)::int
    from (select hold_id, ticket_type_id, quantity from ticketing.hold_lines where hold_id = any (p_holds)
           union all
          select hold_id, quota_id, quantity from ticketing.hold_draws where hold_id = any (p_holds)) s (hold_id, source, quantity)
    join ticketing.holds h on h.id = s.hold_id
   where not h.resale or h.state = 'consumed'
   group by s.source
$$;

create or replace function ticketing.expected_stock() returns table (quota_id uuid, held bigint, sold bigint)
language sql stable as $$
  select d.quota_id,
         sum(case when h.settled then 0 else h.quantity end)::bigint,
         sum(case when h.settled then h.quantity else 0 end)::bigint
    from (select l.ticket_type_id as source, h.state = 'consumed' and h.settled_at is not null as settled, l.quantity
            from ticketing.hold_lines l join ticketing.holds h on h.id = l.hold_id
           where h.state = 'consumed' or h.state = 'active' and not h.resale
           union all
          select k.ticket_type_id, true, -1 from ticketing.tickets k where k.returned_at is not null
           union all
          select w.quota_id, h.state = 'consumed' and h.settled_at is not null, w.quantity
            from ticketing.hold_draws w join ticketing.holds h on h.id = w.hold_id
           where h.state in ('active', 'consumed') and w.returned_at is null) h
    join (select ticket_type_id as source, quota_id from ticketing.draws
           union all
          select id, id from ticketing.quotas) d on d.source = h.source
   group by d.quota_id
$$;

-- Makes active holds their buyers' and consumes them, each all or nothing. Answers those that were sold: a hold that has
-- ended, is somebody's already, stands for somebody's ticket or would be too much for one person is left as it is.
create or replace function ticketing.sell(p_holds uuid[], p_buyers text[], p_at timestamptz) returns uuid[] language plpgsql as $$
#variable_conflict use_column
declare
  ready uuid[];
  limited uuid[];
  step record;
begin
  with locked as (
    select id from ticketing.holds
     where id = any (p_holds) and state = 'active' and expires_at > p_at and buyer is null and not resale
     order by id
       for update
  ) select coalesce(array_agg(id), '{}') into ready from locked;

  limited := array(
    select l.hold_id from ticketing.hold_lines l join ticketing.ticket_types t on t.id = l.ticket_type_id
     where l.hold_id = any (ready) and t.max_per_person is not null
     union
    select w.hold_id from ticketing.hold_draws w join ticketing.quotas q on q.id = w.quota_id
     where w.hold_id = any (ready) and q.per_person is not null);

  -- where there is no limit it is counted all the same, for one that is set later
  insert into ticketing.takes as had (ticket_type_id, buyer, organization_id, taken)
  select l.ticket_type_id, w.buyer, l.organization_id, sum(l.quantity)
    from unnest(p_holds, p_buyers) w (hold_id, buyer) join ticketing.hold_lines l on l.hold_id = w.hold_id
   where w.hold_id = any (ready) and w.hold_id <> all (limited)
   group by l.ticket_type_id, w.buyer, l.organization_id
   order by l.ticket_type_id, w.buyer
  on conflict (ticket_type_id, buyer) do update set taken = had.taken + excluded.taken;
  update ticketing.hold_draws d set buyer = w.buyer
    from unnest(p_holds, p_buyers) w (hold_id, buyer)
   where d.hold_id = w.hold_id and w.hold_id = any (ready) and w.hold_id <> all (limited);

  for step in
    select w.hold_id, w.buyer from unnest(p_holds, p_buyers) w (hold_id, buyer)
     where w.hold_id = any (limited)
     order by w.buyer, w.hold_id
  loop
    begin
      if ticketing.count_for_person(step.hold_id, step.buyer) is not null then
        raise exception 'too many for one person' using errcode = 'MQ003';
      end if;
    exception when sqlstate 'MQ003' then
      ready := array_remove(ready, step.hold_id);
    end;
  end loop;

  update ticketing.holds h set buyer = w.buyer, state = 'consumed'
    from unnest(p_holds, p_buyers) w (hold_id, buyer)
   where h.id = w.hold_id and h.id = any (ready);
  return ready;
end $$;

-- Makes an offer to somebody in line, of so many places, or of one ticket that is given back to the list.
create function ticketing.offer_to(p_entry uuid, p_quantity int, p_resale uuid, p_at timestamptz, p_until timestamptz)
  returns void language plpgsql as $$
#variable_conflict use_column
declare
  hold uuid := uuidv7();
begin
  insert into ticketing.holds (id, event_id, organization_id, state, created_at, expires_at, resale)
  select hold, event_id, organization_id, 'active', p_at, p_until, p_resale is not null
    from ticketing.waiting_entries where id = p_entry;
  -- what places cost with taxes and fees is written when the offer is told, before anybody can see it
  insert into ticketing.hold_lines
    (hold_id, ticket_type_id, organization_id, position, name, quantity, price_amount, currency)
  select hold, t.id, t.organization_id, 1, t.name, p_quantity,
         coalesce(k.price_amount, t.price_amount), coalesce(k.currency, t.currency)
    from ticketing.waiting_entries e
    join ticketing.ticket_types t on t.id = e.ticket_type_id
    left join ticketing.resales r on r.id = p_resale
    left join ticketing.tickets k on k.id = r.ticket_id
   where e.id = p_entry;
  insert into ticketing.waiting_offers (hold_id, entry_id, event_id, organization_id, quantity, created_at)
  select hold, id, event_id, organization_id, p_quantity, p_at from ticketing.waiting_entries where id = p_entry;
  if p_resale is not null then
    update ticketing.resales set state = 'offered', hold_id = hold where id = p_resale;
  elsif not ticketing.claim_stock(array(select ticket_type_id from ticketing.waiting_entries where id = p_entry),
                                  array[p_quantity]) then
    raise exception 'places went away under their lock';
  end if;
end $$;

-- Offers whatever is there to those in line, each an active hold of theirs, in the transaction that made the places free:
-- nobody else ever sees them free. Whoever waits for more than there is gets a part, and stays in front for the rest. Where
-- no places are left, tickets that were given back to the list are offered.
create or replace function ticketing.offer_waiting(p_event uuid) returns int language plpgsql as $$
#variable_conflict use_column
declare
  moment timestamptz := clock_timestamp();
  minutes int;
  turn record;
  offers int := 0;
begin
  -- what a ticket that changes hands gives back is taken again by the same transaction
  if coalesce(current_setting('marquee.taking_over', true), '') = 'on'
     or not exists (select from ticketing.waiting_entries where event_id = p_event and state = 'waiting') then
    return 0;
  end if;
  minutes := coalesce((select offer_minutes from ticketing.waiting_rules where event_id = p_event), 1440);
  loop
    select e.id, r.id as resale, s.closes_at,
           case when l.available > 0 then least(e.open, l.available) else 1 end as quantity
      into turn
      from ticketing.served_types(p_event, moment) s
      join lateral (select min(q.size - q.held - q.sold) as available
                      from ticketing.draws d join ticketing.quotas q on q.id = d.quota_id
                     where d.ticket_type_id = s.ticket_type_id) l on true
      left join lateral (select r.id
                           from ticketing.resales r
                           join ticketing.tickets k on k.id = r.ticket_id and k.serial = r.serial
                          where l.available <= 0 and r.ticket_type_id = s.ticket_type_id and r.state = 'listed'
                            and k.state = 'issued'
                          order by r.id limit 1 for update of r skip locked) r on true
      join lateral (select * from ticketing.waiting_entries w
                     where w.ticket_type_id = s.ticket_type_id and w.state = 'waiting'
                     order by w.rank, w.number limit 1) e on true
     where l.available > 0 or r.id is not null
     order by e.rank, e.number
     limit 1;
    exit when not found;
    update ticketing.waiting_entries
       set open = open - turn.quantity, state = case when open = turn.quantity then 'served' else 'waiting' end
     where id = turn.id and state = 'waiting' and open >= turn.quantity;
    -- else they left in this moment: look again
    if found then
      perform ticketing.offer_to(turn.id, turn.quantity, turn.resale, moment,
                                 least(moment + minutes * interval '1 minute', turn.closes_at));
      offers := offers + 1;
    end if;
  end loop;
  return offers;
end $$;

create or replace function ticketing.give_back(p_holds uuid[]) returns void language plpgsql as $$
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
    perform ticketing.offer_waiting(event);
  end loop;
end $$;

-- The offer of somebody's ticket was bought: that ticket ends, and the place that it counted is the hold's. False, and nothing
-- may be kept of the transaction, where the ticket was used, has ended or has another holder by now.
create function ticketing.take_over(p_hold uuid, p_at timestamptz) returns boolean language plpgsql as $$
#variable_conflict use_column
declare
  listing record;
begin
  update ticketing.resales set state = 'sold', decided_at = p_at where hold_id = p_hold and state = 'offered'
  returning ticket_id, ticket_type_id, serial into listing;
  if not found then
    return false;
  end if;
  update ticketing.tickets set state = case when price_amount > 0 then 'refunded' else 'cancelled' end
   where id = listing.ticket_id and serial = listing.serial and state = 'issued';
  if not found then
    return false;
  end if;
  perform set_config('marquee.taking_over', 'on', true);
  perform ticketing.give_up(array[listing.ticket_id], true, p_at);
  perform set_config('marquee.taking_over', '', true);
  return ticketing.claim_stock(array[listing.ticket_type_id], array[1]);
end $$;
