-- What a hold draws on beside what its types draw on: a code that only so many may use is a quota.
create table ticketing.hold_draws (
  hold_id uuid not null references ticketing.holds on delete cascade,
  quota_id uuid not null references ticketing.quotas on delete cascade,
  organization_id uuid not null,
  quantity int not null check (quantity > 0),
  returned_at timestamptz,                    -- when the places of all tickets of the hold were back on sale
  primary key (hold_id, quota_id)
);
create index on ticketing.hold_draws (quota_id);
call platform.protect('ticketing.hold_draws');
call platform.tenant_policy('ticketing.hold_draws');
create policy bearer on ticketing.hold_draws for select using (hold_id = (select platform.capability()));

-- One type may be in a cart more than once: at two prices.
alter table ticketing.hold_lines drop constraint hold_lines_pkey, add primary key (hold_id, position);

-- What these holds draw on: ticket types, and quotas by themselves.
create function ticketing.drawn(p_holds uuid[]) returns table (source uuid, quantity int) language sql stable as $$
  select s.source, sum(s.quantity)::int
    from (select ticket_type_id, quantity from ticketing.hold_lines where hold_id = any (p_holds)
           union all
          select quota_id, quantity from ticketing.hold_draws where hold_id = any (p_holds)) s (source, quantity)
   group by s.source
$$;

-- In what follows a source is a ticket type, which stands for every quota that it draws on, or a quota itself.

-- Adds to what is held and sold. The list of quotas is read anew after each lock: one that was added meanwhile (an event
-- was given a capacity) is not missed.
create or replace function ticketing.move_stock(p_types uuid[], p_held int[], p_sold int[]) returns void language plpgsql as $$
#variable_conflict use_column
declare
  moved uuid[] := '{}';
  step record;
begin
  loop
    select coalesce(d.quota_id, m.source) as quota_id, sum(m.held)::int as held, sum(m.sold)::int as sold
      into step
      from unnest(p_types, p_held, p_sold) m (source, held, sold)
      left join ticketing.draws d on d.ticket_type_id = m.source
     where coalesce(d.quota_id, m.source) <> all (moved)
     group by 1
     order by 1
     limit 1;
    exit when not found;
    update ticketing.quotas set held = held + step.held, sold = sold + step.sold where id = step.quota_id;
    if not found then
      raise exception 'the quota % is not there', step.quota_id;
    end if;
    moved := moved || step.quota_id;
  end loop;
end $$;

-- The same for stock that is wanted: false, and nothing may be kept of the transaction, where one quota has too little.
create or replace function ticketing.claim_stock(p_types uuid[], p_quantities int[]) returns boolean language plpgsql as $$
#variable_conflict use_column
declare
  taken uuid[] := '{}';
  step record;
begin
  loop
    select coalesce(d.quota_id, w.source) as quota_id, sum(w.quantity)::int as quantity
      into step
      from unnest(p_types, p_quantities) w (source, quantity)
      left join ticketing.draws d on d.ticket_type_id = w.source
     where coalesce(d.quota_id, w.source) <> all (taken)
     group by 1
     order by 1
     limit 1;
    exit when not found;
    update ticketing.quotas set held = held + step.quantity
     where id = step.quota_id and held + sold + step.quantity <= size;
    if not found then
      return false;
    end if;
    taken := taken || step.quota_id;
  end loop;
  return cardinality(taken) > 0;
end $$;

-- What an expired hold gave back, claimed anew.
create function ticketing.claim_again(p_hold uuid) returns boolean language sql as $$
  select ticketing.claim_stock(array_agg(source), array_agg(quantity)) from ticketing.drawn(array[p_hold])
$$;

-- Takes a hold on all of a priced cart or on nothing, in one round trip: it says for whom it acts, so that it needs no
-- transaction around it. False: too little is left. MQ001: too little was left at the last moment, and nothing is kept.
-- What a crash forgets of it nobody relied on: an order that is durable makes the hold before it durable as well, so
-- the commit need not wait for the disk, and the locks on hot quotas are shorter by that.
drop function ticketing.take(uuid, uuid, uuid, uuid[], int[], timestamptz, timestamptz);
create function ticketing.take(
  p_hold uuid, p_event uuid, p_organization uuid, p_types uuid[], p_names text[], p_quantities int[], p_prices bigint[],
  p_currencies text[], p_draws uuid[], p_drawn int[], p_at timestamptz, p_until timestamptz) returns boolean
language plpgsql as $$
#variable_conflict use_column
begin
  perform set_config('marquee.kind', 'system', true),
          set_config('marquee.organizations', '{' || p_organization || '}', true),
          set_config('synchronous_commit', 'off', true);

  -- looks before it locks: whoever comes to an empty shelf does not queue for it
  perform from unnest(p_types || p_draws, p_quantities || p_drawn) w (source, quantity)
    left join ticketing.draws d on d.ticket_type_id = w.source
    join ticketing.quotas q on q.id = coalesce(d.quota_id, w.source)
   where q.held + q.sold + w.quantity > q.size;
  if found then
    return false;
  end if;

  insert into ticketing.holds (id, event_id, organization_id, state, created_at, expires_at)
  values (p_hold, p_event, p_organization, 'active', p_at, p_until);
  insert into ticketing.hold_lines
    (hold_id, ticket_type_id, organization_id, position, name, quantity, price_amount, currency)
  select p_hold, w.ticket_type_id, p_organization, w.position, w.name, w.quantity, w.price_amount, w.currency
    from unnest(p_types, p_names, p_quantities, p_prices, p_currencies)
         with ordinality w (ticket_type_id, name, quantity, price_amount, currency, position);
  if cardinality(p_draws) > 0 then
    insert into ticketing.hold_draws (hold_id, quota_id, organization_id, quantity)
    select p_hold, w.quota_id, p_organization, w.quantity from unnest(p_draws, p_drawn) w (quota_id, quantity);
  end if;

  -- last, since a hot quota stays locked until the commit
  if not ticketing.claim_stock(p_types || p_draws, p_quantities || p_drawn) then
    raise exception 'too little left' using errcode = 'MQ001';
  end if;
  return true;
end $$;

-- Counts a hold's tickets as this person's. The answer is the type of which it would be too many, or null; then nothing
-- may be kept of the transaction.
create or replace function ticketing.count_for_person(p_hold uuid, p_buyer text) returns uuid language plpgsql as $$
#variable_conflict use_column
declare
  step record;
begin
  for step in
    select l.ticket_type_id, l.organization_id, sum(l.quantity)::int as quantity, t.max_per_person
      from ticketing.hold_lines l join ticketing.ticket_types t on t.id = l.ticket_type_id
     where l.hold_id = p_hold
     group by l.ticket_type_id, l.organization_id, t.max_per_person
     order by l.ticket_type_id
  loop
    insert into ticketing.takes as had (ticket_type_id, buyer, organization_id, taken)
    select step.ticket_type_id, p_buyer, step.organization_id, step.quantity
     where step.max_per_person is null or step.quantity <= step.max_per_person
    on conflict (ticket_type_id, buyer) do update set taken = had.taken + excluded.taken
     where step.max_per_person is null or had.taken + excluded.taken <= step.max_per_person;
    if not found then
      return step.ticket_type_id;
    end if;
  end loop;
  return null;
end $$;

-- Gives back what these holds held, to the shelf and to the limits of whom they were claimed for. The caller has just
-- made the move of their state.
create or replace function ticketing.give_back(p_holds uuid[]) returns void language plpgsql as $$
begin
  perform ticketing.uncount(p_holds);
  perform ticketing.move_stock(array_agg(source), array_agg(-quantity), array_agg(0)) from ticketing.drawn(p_holds);
end $$;

-- Counts consumed holds as sold. Selling itself does not touch the quotas, since what is held and what is sold weigh the
-- same: this follows within seconds, many holds at once. Answers how many holds it settled.
create or replace function ticketing.settle(p_holds uuid[], p_at timestamptz) returns int language plpgsql as $$
declare
  settled uuid[];
begin
  with done as (
    update ticketing.holds set settled_at = p_at
     where id = any (p_holds) and state = 'consumed' and settled_at is null
    returning id
  ) select coalesce(array_agg(id), '{}') into settled from done;
  if cardinality(settled) > 0 then
    perform ticketing.move_stock(array_agg(source), array_agg(-quantity), array_agg(quantity)) from ticketing.drawn(settled);
  end if;
  return cardinality(settled);
end $$;

-- What these tickets counted is given up: with their buyers' limits, and on the shelf where it is to be sold again. What
-- their hold drew on beside its types follows with the last of its tickets. The caller has just made the move of their state.
create or replace function ticketing.give_up(p_tickets uuid[], p_return boolean, p_at timestamptz) returns void
language plpgsql as $$
#variable_conflict use_column
declare
  step record;
  holds uuid[];
  sources uuid[];
  quantities int[];
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
    -- two tickets of one hold that are given up at once: the second sees that it is the last
    perform from ticketing.holds h
     where h.id = any (holds) and exists (select from ticketing.hold_draws w where w.hold_id = h.id)
     order by h.id for update;
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
  end if;
end $$;

-- What the counters should say, by the holds and tickets that are there.
create or replace function ticketing.expected_stock() returns table (quota_id uuid, held bigint, sold bigint)
language sql stable as $$
  select d.quota_id,
         sum(case when h.settled then 0 else h.quantity end)::bigint,
         sum(case when h.settled then h.quantity else 0 end)::bigint
    from (select l.ticket_type_id as source, h.state = 'consumed' and h.settled_at is not null as settled, l.quantity
            from ticketing.hold_lines l join ticketing.holds h on h.id = l.hold_id
           where h.state in ('active', 'consumed')
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
