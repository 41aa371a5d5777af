-- How an event's waiting lists work. No row: as the defaults say.
create table ticketing.waiting_rules (
  event_id uuid primary key,
  organization_id uuid not null,
  offer_minutes int not null default 1440 check (offer_minutes between 10 and 43200)
);
-- A type whose list was switched off takes nobody in and offers nothing. No row: it is on.
create table ticketing.waiting_lists (
  ticket_type_id uuid primary key references ticketing.ticket_types on delete cascade,
  event_id uuid not null,
  organization_id uuid not null,
  open boolean not null
);
-- Somebody who would like places of a type. The id is a capability: the mailed link shows the position and leaves the line.
create table ticketing.waiting_entries (
  id uuid primary key,
  event_id uuid not null,
  organization_id uuid not null,
  ticket_type_id uuid not null references ticketing.ticket_types on delete cascade,
  rank int not null default 0,                -- below zero: the team put them in front
  number bigint not null generated always as identity,   -- in the order of joining
  name text not null,
  email text not null,                        -- normalised
  locale text not null,
  quantity int not null check (quantity between 1 and 100),
  open int not null check (open between 0 and quantity),   -- not offered yet
  state text not null check (state in ('waiting', 'served', 'passed', 'left', 'removed')),
  created_at timestamptz not null,
  check ((state = 'waiting') = (open > 0))
);
create unique index on ticketing.waiting_entries (ticket_type_id, email) where state = 'waiting';
create index on ticketing.waiting_entries (ticket_type_id, rank, number) where state = 'waiting';
create index on ticketing.waiting_entries (event_id) where state = 'waiting';
create index on ticketing.waiting_entries (event_id, id);
create index on ticketing.waiting_entries (email);
-- A hold that was made for somebody in line.
create table ticketing.waiting_offers (
  hold_id uuid primary key references ticketing.holds on delete cascade,
  entry_id uuid not null references ticketing.waiting_entries on delete cascade,
  event_id uuid not null,
  organization_id uuid not null,
  quantity int not null check (quantity > 0),
  created_at timestamptz not null,
  told_at timestamptz                         -- when it was priced and the mail was written
);
create index on ticketing.waiting_offers (entry_id);
create index on ticketing.waiting_offers (created_at) where told_at is null;

call platform.protect('ticketing.waiting_rules');
call platform.protect('ticketing.waiting_lists');
call platform.protect('ticketing.waiting_entries');
call platform.protect('ticketing.waiting_offers');
call platform.tenant_policy('ticketing.waiting_rules', 'event_id');
call platform.tenant_policy('ticketing.waiting_lists', 'event_id');
call platform.tenant_policy('ticketing.waiting_entries', 'event_id');
call platform.tenant_policy('ticketing.waiting_offers', 'event_id');
call event.within_tenant('ticketing.waiting_rules', 'cascade');
call event.within_tenant('ticketing.waiting_lists', 'cascade');
call event.within_tenant('ticketing.waiting_entries', 'cascade');
call event.within_tenant('ticketing.waiting_offers', 'cascade');
create policy bearer on ticketing.waiting_entries for select using (id = (select platform.capability()));
create policy person on ticketing.waiting_entries for select using (email = (select platform.email()));
create policy bearer on ticketing.waiting_offers for select
  using (exists (select from ticketing.waiting_entries e where e.id = entry_id));

-- Types whose places differ: one can't wait for any of them.
create function ticketing.seated_types(p_event uuid) returns setof uuid language sql stable as $$
  select distinct unnest(ticket_types) from seating.sections where event_id = p_event
$$;

-- Types of an event with somebody in line who may be offered places now, and until when offers go at the latest. Types
-- with seats are left out: their places differ.
create function ticketing.served_types(p_event uuid, p_at timestamptz)
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
     and t.id not in (select ticketing.seated_types(p_event))
$$;

-- Locks in the order of their ids what is about to be given back together with what people in line wait for. Entries are
-- changed only after their quotas were locked.
create function ticketing.lock_waited(p_event uuid, p_sources uuid[]) returns boolean language plpgsql as $$
#variable_conflict use_column
declare
  anybody boolean;
begin
  anybody := exists (select from ticketing.waiting_entries where event_id = p_event and state = 'waiting');
  if anybody then
    perform from ticketing.quotas q
      where q.id in (select d.quota_id from ticketing.draws d
                      where d.ticket_type_id = any (p_sources)
                         or d.ticket_type_id in (select w.ticket_type_id from ticketing.waiting_entries w
                                                  where w.event_id = p_event and w.state = 'waiting'))
         or q.id = any (p_sources)
      order by q.id for update;
  end if;
  return anybody;
end $$;

-- Offers whatever is there to those in line, each an active hold of theirs, in the transaction that made the places free:
-- nobody else ever sees them free. Whoever waits for more than there is gets a part, and stays in front for the rest.
create function ticketing.offer_waiting(p_event uuid) returns int language plpgsql as $$
#variable_conflict use_column
declare
  moment timestamptz := clock_timestamp();
  minutes int;
  turn record;
  hold uuid;
  offers int := 0;
begin
  if not exists (select from ticketing.waiting_entries where event_id = p_event and state = 'waiting') then
    return 0;
  end if;
  minutes := coalesce((select offer_minutes from ticketing.waiting_rules where event_id = p_event), 1440);
  loop
    select e.id, e.organization_id, e.ticket_type_id, least(e.open, l.available) as quantity, s.closes_at
      into turn
      from ticketing.served_types(p_event, moment) s
      join lateral (select min(q.size - q.held - q.sold) as available
                      from ticketing.draws d join ticketing.quotas q on q.id = d.quota_id
                     where d.ticket_type_id = s.ticket_type_id) l on l.available > 0
      join lateral (select * from ticketing.waiting_entries w
                     where w.ticket_type_id = s.ticket_type_id and w.state = 'waiting'
                     order by w.rank, w.number limit 1) e on true
     order by e.rank, e.number
     limit 1;
    exit when not found;
    update ticketing.waiting_entries
       set open = open - turn.quantity, state = case when open = turn.quantity then 'served' else 'waiting' end
     where id = turn.id and state = 'waiting' and open >= turn.quantity;
    -- else they left in this moment: look again
    if found then
      hold := uuidv7();
      insert into ticketing.holds (id, event_id, organization_id, state, created_at, expires_at)
      values (hold, p_event, turn.organization_id, 'active', moment,
              least(moment + minutes * interval '1 minute', turn.closes_at));
      -- what it costs with taxes and fees is written when the offer is told, before anybody can see it
      insert into ticketing.hold_lines
        (hold_id, ticket_type_id, organization_id, position, name, quantity, price_amount, currency)
      select hold, t.id, t.organization_id, 1, t.name, turn.quantity, t.price_amount, t.currency
        from ticketing.ticket_types t where t.id = turn.ticket_type_id;
      insert into ticketing.waiting_offers (hold_id, entry_id, event_id, organization_id, quantity, created_at)
      values (hold, turn.id, p_event, turn.organization_id, turn.quantity, moment);
      if not ticketing.claim_stock(array[turn.ticket_type_id], array[turn.quantity]) then
        raise exception 'places of % went away under their lock', turn.ticket_type_id;
      end if;
      offers := offers + 1;
    end if;
  end loop;
  return offers;
end $$;

-- Gives back what these holds held, to the shelf and to the limits of whom they were claimed for; whoever is in line has it
-- before anybody else sees it. An offer that comes back was let go: its person is out of line. The caller has just made the
-- move of their state.
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
  update ticketing.waiting_entries e set state = 'passed', open = 0
    from ticketing.waiting_offers o
   where o.hold_id = any (p_holds) and e.id = o.entry_id and e.state in ('waiting', 'served');
  foreach event in array events loop
    perform ticketing.offer_waiting(event);
  end loop;
end $$;

-- What these tickets counted is given up: with their buyers' limits, and on the shelf where it is to be sold again, or to
-- those in line. What their hold drew on beside its types follows with the last of its tickets. The caller has just made
-- the move of their state.
create or replace function ticketing.give_up(p_tickets uuid[], p_return boolean, p_at timestamptz) returns void
language plpgsql as $$
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
      perform ticketing.offer_waiting(event);
    end loop;
  end if;
end $$;

-- A size that goes up is offered in the same way, whoever raised it.
create function ticketing.size_was_raised() returns trigger language plpgsql as $$
begin
  if ticketing.lock_waited(new.event_id, '{}') then
    perform ticketing.offer_waiting(new.event_id);
  end if;
  return null;
end $$;
create trigger size_was_raised after update of size on ticketing.quotas
  for each row when (new.size > old.size) execute function ticketing.size_was_raised();
