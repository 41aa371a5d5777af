-- The moves of stock, each one statement for the application. They run as the caller, under row-level security.
-- Locks are taken in one order everywhere: hold, then what one person has, then quotas, each sorted by its key.

-- Adds to what is held and sold of these types, in every quota that they draw on. The list of quotas is read anew after
-- each lock: one that was added meanwhile (an event was given a capacity) is not missed.
create function ticketing.move_stock(p_types uuid[], p_held int[], p_sold int[]) returns void language plpgsql as $$
#variable_conflict use_column
declare
  moved uuid[] := '{}';
  step record;
begin
  loop
    select d.quota_id, sum(m.held)::int as held, sum(m.sold)::int as sold
      into step
      from unnest(p_types, p_held, p_sold) m (ticket_type_id, held, sold)
      join ticketing.draws d on d.ticket_type_id = m.ticket_type_id
     where d.quota_id <> all (moved)
     group by d.quota_id
     order by d.quota_id
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
create function ticketing.claim_stock(p_types uuid[], p_quantities int[]) returns boolean language plpgsql as $$
#variable_conflict use_column
declare
  taken uuid[] := '{}';
  step record;
begin
  loop
    select d.quota_id, sum(w.quantity)::int as quantity
      into step
      from unnest(p_types, p_quantities) w (ticket_type_id, quantity)
      join ticketing.draws d on d.ticket_type_id = w.ticket_type_id
     where d.quota_id <> all (taken)
     group by d.quota_id
     order by d.quota_id
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

-- Takes a hold on all of a cart or on nothing, in one round trip: it says for whom it acts, so that it needs no
-- transaction around it. No rows: too little is left. MQ001: too little was left at the last moment; MQ002: a type is
-- not on sale. Both undo everything.
-- What a crash forgets of it nobody relied on: an order that is durable makes the hold before it durable as well, so
-- the commit need not wait for the disk, and the locks on hot quotas are shorter by that.
create function ticketing.take(
  p_hold uuid, p_event uuid, p_organization uuid, p_types uuid[], p_quantities int[], p_at timestamptz, p_until timestamptz)
  returns table (ticket_type_id uuid, name text, quantity int, price_amount bigint, currency text)
language plpgsql as $$
#variable_conflict use_column
declare
  lines int;
begin
  perform set_config('marquee.kind', 'system', true),
          set_config('marquee.organizations', '{' || p_organization || '}', true),
          set_config('synchronous_commit', 'off', true);

  -- looks before it locks: whoever comes to an empty shelf does not queue for it
  perform from unnest(p_types, p_quantities) w (ticket_type_id, quantity)
    join ticketing.draws d on d.ticket_type_id = w.ticket_type_id
    join ticketing.quotas q on q.id = d.quota_id
   where q.held + q.sold + w.quantity > q.size;
  if found then
    return;
  end if;

  insert into ticketing.holds (id, event_id, organization_id, state, created_at, expires_at)
  values (p_hold, p_event, p_organization, 'active', p_at, p_until);
  return query
    insert into ticketing.hold_lines
      (hold_id, ticket_type_id, organization_id, position, name, quantity, price_amount, currency)
    select p_hold, t.id, p_organization, w.position, t.name, w.quantity, t.price_amount, t.currency
      from unnest(p_types, p_quantities) with ordinality w (ticket_type_id, quantity, position)
      join ticketing.ticket_types t on t.id = w.ticket_type_id
     where t.event_id = p_event and t.archived_at is null
     order by w.position
    returning ticket_type_id, name, quantity, price_amount, currency;
  get diagnostics lines = row_count;
  if lines <> cardinality(p_types) then
    raise exception 'not on sale' using errcode = 'MQ002';
  end if;

  -- last, since a hot quota stays locked until the commit
  if not ticketing.claim_stock(p_types, p_quantities) then
    raise exception 'too little left' using errcode = 'MQ001';
  end if;
end $$;

-- Counts a hold's tickets as this person's. The answer is the type of which it would be too many, or null; then nothing
-- may be kept of the transaction.
create function ticketing.count_for_person(p_hold uuid, p_buyer text) returns uuid language plpgsql as $$
#variable_conflict use_column
declare
  step record;
begin
  for step in
    select l.ticket_type_id, l.organization_id, l.quantity, t.max_per_person
      from ticketing.hold_lines l join ticketing.ticket_types t on t.id = l.ticket_type_id
     where l.hold_id = p_hold
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

-- Takes these holds off what their persons have.
create function ticketing.uncount(p_holds uuid[]) returns void language plpgsql as $$
#variable_conflict use_column
declare
  step record;
begin
  for step in
    select l.ticket_type_id, h.buyer, sum(l.quantity)::int as quantity
      from ticketing.holds h join ticketing.hold_lines l on l.hold_id = h.id
     where h.id = any (p_holds) and h.buyer is not null
     group by l.ticket_type_id, h.buyer
     order by l.ticket_type_id, h.buyer
  loop
    update ticketing.takes set taken = taken - step.quantity
     where ticket_type_id = step.ticket_type_id and buyer = step.buyer;
    if not found then
      raise exception 'nothing counted of % for the holds %', step.ticket_type_id, p_holds;
    end if;
  end loop;
end $$;

-- Makes an active hold a person's; a buyer who corrects the address takes it along. claimed is false where it has ended.
create function ticketing.claim(p_hold uuid, p_buyer text, p_at timestamptz, out claimed boolean, out over_limit uuid)
language plpgsql as $$
#variable_conflict use_column
declare
  had text;
begin
  select buyer into had from ticketing.holds
   where id = p_hold and state = 'active' and expires_at > p_at
     for update;
  claimed := found;
  if claimed and had is distinct from p_buyer then
    perform ticketing.uncount(array[p_hold]);
    update ticketing.holds set buyer = p_buyer where id = p_hold;
    over_limit := ticketing.count_for_person(p_hold, p_buyer);
  end if;
end $$;

-- Gives back what these holds held, to the shelf and to the limits of whom they were claimed for. The caller has just
-- made the move of their state.
create function ticketing.give_back(p_holds uuid[]) returns void language plpgsql as $$
#variable_conflict use_column
declare
  types uuid[];
  held int[];
begin
  perform ticketing.uncount(p_holds);
  select array_agg(s.ticket_type_id), array_agg(-s.quantity) into types, held
    from (select l.ticket_type_id, sum(l.quantity)::int as quantity
            from ticketing.hold_lines l where l.hold_id = any (p_holds) group by l.ticket_type_id) s;
  perform ticketing.move_stock(types, held, array_fill(0, array[cardinality(types)]));
end $$;

-- Counts consumed holds as sold. Selling itself does not touch the quotas, since what is held and what is sold weigh the
-- same: this follows within seconds, many holds at once. Answers how many holds it settled.
create function ticketing.settle(p_holds uuid[], p_at timestamptz) returns int language plpgsql as $$
#variable_conflict use_column
declare
  settled uuid[];
  types uuid[];
  quantities int[];
begin
  with done as (
    update ticketing.holds set settled_at = p_at
     where id = any (p_holds) and state = 'consumed' and settled_at is null
    returning id
  ) select coalesce(array_agg(id), '{}') into settled from done;
  if cardinality(settled) > 0 then
    select array_agg(s.ticket_type_id), array_agg(s.quantity) into types, quantities
      from (select l.ticket_type_id, sum(l.quantity)::int as quantity
              from ticketing.hold_lines l where l.hold_id = any (settled) group by l.ticket_type_id) s;
    perform ticketing.move_stock(types, (select array_agg(-q order by n) from unnest(quantities) with ordinality u (q, n)),
                                 quantities);
  end if;
  return cardinality(settled);
end $$;

-- What these tickets counted is given up: with their buyers' limits, and on the shelf where it is to be sold again. The
-- caller has just made the move of their state.
create function ticketing.give_up(p_tickets uuid[], p_return boolean, p_at timestamptz) returns void language plpgsql as $$
#variable_conflict use_column
declare
  step record;
  types uuid[];
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
    -- only what is counted as sold can come off it
    perform ticketing.settle(array(select distinct hold_id from ticketing.tickets where id = any (p_tickets)), p_at);
    with back as (
      update ticketing.tickets set returned_at = p_at where id = any (p_tickets) and returned_at is null
      returning id, ticket_type_id
    ) select array_agg(b.ticket_type_id), array_agg(-b.quantity) into types, quantities
        from (select ticket_type_id, count(*)::int as quantity from back group by ticket_type_id) b;
    if types is not null then
      perform ticketing.move_stock(types, array_fill(0, array[cardinality(types)]), quantities);
    end if;
  end if;
end $$;

-- What the counters should say, by the holds and tickets that are there.
create function ticketing.expected_stock() returns table (quota_id uuid, held bigint, sold bigint)
language sql stable as $$
  select d.quota_id,
         sum(s.held)::bigint,
         sum(s.sold)::bigint
    from ticketing.draws d
    join (select l.ticket_type_id,
                 case when h.state = 'active' or h.settled_at is null then l.quantity else 0 end as held,
                 case when h.state = 'consumed' and h.settled_at is not null then l.quantity else 0 end as sold
            from ticketing.hold_lines l join ticketing.holds h on h.id = l.hold_id
           where h.state in ('active', 'consumed')
           union all
          select k.ticket_type_id, 0, -1 from ticketing.tickets k where k.returned_at is not null) s
      on s.ticket_type_id = d.ticket_type_id
   group by d.quota_id
$$;

create function ticketing.expected_takes() returns table (ticket_type_id uuid, buyer text, organization_id uuid, taken bigint)
language sql stable as $$
  select s.ticket_type_id, s.buyer, s.organization_id, sum(s.quantity)::bigint
    from (select l.ticket_type_id, h.buyer, h.organization_id, l.quantity
            from ticketing.hold_lines l join ticketing.holds h on h.id = l.hold_id
           where h.state in ('active', 'consumed') and h.buyer is not null
           union all
          select k.ticket_type_id, h.buyer, h.organization_id, -1
            from ticketing.tickets k join ticketing.holds h on h.id = k.hold_id
           where k.state in ('cancelled', 'refunded', 'declined') and h.buyer is not null) s
   group by s.ticket_type_id, s.buyer, s.organization_id
$$;

create function ticketing.stock_drift()
  returns table (event_id uuid, kind text, subject uuid, expected bigint, counted bigint) language sql stable as $$
  select q.event_id, 'held', q.id, coalesce(e.held, 0), q.held::bigint
    from ticketing.quotas q left join ticketing.expected_stock() e on e.quota_id = q.id
   where q.held <> coalesce(e.held, 0)
   union all
  select q.event_id, 'sold', q.id, coalesce(e.sold, 0), q.sold::bigint
    from ticketing.quotas q left join ticketing.expected_stock() e on e.quota_id = q.id
   where q.sold <> coalesce(e.sold, 0)
   union all
  select t.event_id, 'person', t.id, coalesce(e.taken, 0), coalesce(k.taken, 0)
    from ticketing.expected_takes() e
    full join ticketing.takes k on k.ticket_type_id = e.ticket_type_id and k.buyer = e.buyer
    join ticketing.ticket_types t on t.id = coalesce(e.ticket_type_id, k.ticket_type_id)
   where coalesce(e.taken, 0) <> coalesce(k.taken, 0)
   union all
  select h.event_id, 'tickets', h.id, sum(l.quantity)::bigint,
         (select count(*) from ticketing.tickets k where k.hold_id = h.id)
    from ticketing.holds h join ticketing.hold_lines l on l.hold_id = h.id
   where h.state = 'consumed'
   group by h.id, h.event_id
  having sum(l.quantity) <> (select count(*) from ticketing.tickets k where k.hold_id = h.id)
$$;

-- Sets the counters to what they should say. They are locked first: whoever has moved a row already waits to move its
-- counter, is not in the snapshot that follows, and adds to the right number afterwards. Should more be taken than there
-- is, the size gives way: what was sold was sold.
create function ticketing.mend_stock() returns void language plpgsql as $$
#variable_conflict use_column
begin
  perform from ticketing.takes order by ticket_type_id, buyer for update;
  perform from ticketing.quotas order by id for update;
  update ticketing.quotas q
     set held = e.held, sold = e.sold, size = greatest(q.size, e.held + e.sold)
    from (select q.id, coalesce(e.held, 0)::int as held, coalesce(e.sold, 0)::int as sold
            from ticketing.quotas q left join ticketing.expected_stock() e on e.quota_id = q.id) e
   where e.id = q.id and (q.held, q.sold) is distinct from (e.held, e.sold);
  insert into ticketing.takes as k (ticket_type_id, buyer, organization_id, taken)
  select ticket_type_id, buyer, organization_id, taken from ticketing.expected_takes()
  on conflict (ticket_type_id, buyer) do update set taken = excluded.taken where k.taken <> excluded.taken;
  update ticketing.takes k set taken = 0
   where taken > 0
     and not exists (select from ticketing.expected_takes() e
                      where e.ticket_type_id = k.ticket_type_id and e.buyer = k.buyer);
end $$;
