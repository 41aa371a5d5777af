-- Many carts of one event at once. A cart is a number, 1.. in order of arrival; what it wants are sources: ticket types,
-- which stand for every quota that they draw on, and quotas by themselves.

-- Where not all carts fit: locks what they want, decides about one after the other, and moves the quotas. Answers the
-- carts that got all they want; whoever could not be served by what is left now is not let in and locks nothing.
create function ticketing.allot(p_carts int[], p_sources uuid[], p_quantities int[]) returns int[] language plpgsql as $$
#variable_conflict use_variable
declare
  hopeful int[];
  quota_ids uuid[] := '{}';
  firsts int[] := '{}';
  lefts int[] := '{}';
  next_id uuid;
  available int;
  cart int;
  places int[];
  needs int[];
  fits boolean;
  taken int[] := '{}';
begin
  hopeful := array(
    select w.cart
      from (select w.cart, coalesce(d.quota_id, w.source) as quota_id, sum(w.quantity) as quantity
              from unnest(p_carts, p_sources, p_quantities) w (cart, source, quantity)
              left join ticketing.draws d on d.ticket_type_id = w.source
             group by 1, 2) w
      left join ticketing.quotas q on q.id = w.quota_id
     group by w.cart
    having bool_and(coalesce(q.held + q.sold + w.quantity <= q.size, false))
     order by w.cart);
  if cardinality(hopeful) = 0 then
    return hopeful;
  end if;

  -- one by one in the order of their ids, and read anew after each lock, as in move_stock
  loop
    select coalesce(d.quota_id, w.source) into next_id
      from unnest(p_carts, p_sources) w (cart, source)
      left join ticketing.draws d on d.ticket_type_id = w.source
     where w.cart = any (hopeful) and coalesce(d.quota_id, w.source) <> all (quota_ids)
     order by 1
     limit 1;
    exit when not found;
    select q.size - q.held - q.sold into available from ticketing.quotas q where q.id = next_id for update;
    quota_ids := quota_ids || next_id;
    firsts := firsts || coalesce(available, 0);
  end loop;

  lefts := firsts;
  foreach cart in array hopeful loop
    select array_agg(n.place), array_agg(n.quantity), bool_and(n.quantity <= lefts[n.place])
      into places, needs, fits
      from (select array_position(quota_ids, coalesce(d.quota_id, w.source)) as place, sum(w.quantity)::int as quantity
              from unnest(p_carts, p_sources, p_quantities) w (cart, source, quantity)
              left join ticketing.draws d on d.ticket_type_id = w.source
             where w.cart = cart
             group by 1) n;
    if fits then
      for i in 1 .. cardinality(places) loop
        lefts[places[i]] := lefts[places[i]] - needs[i];
      end loop;
      taken := taken || cart;
    end if;
  end loop;

  update ticketing.quotas q set held = q.held + m.first - m.last
    from unnest(quota_ids, firsts, lefts) m (id, first, last)
   where q.id = m.id and m.last < m.first;
  return taken;
end $$;

-- Takes holds on priced carts, each on all of it or on nothing, in one round trip: it says for whom it acts, so that it
-- needs no transaction around it. Answers the carts that were taken. MQ001: what was there when it looked was gone when
-- it locked; nothing is kept, and asking again decides exactly.
-- What a crash forgets of it nobody relied on: an order that is durable makes the hold before it durable as well, so
-- the commit need not wait for the disk, and the locks on hot quotas are shorter by that.
create function ticketing.take_all(
  p_event uuid, p_organization uuid, p_holds uuid[], p_at timestamptz, p_until timestamptz,
  p_carts int[], p_types uuid[], p_names text[], p_quantities int[], p_prices bigint[], p_currencies text[],
  p_quotes text[], p_draw_carts int[], p_draws uuid[], p_drawn int[]) returns int[]
language plpgsql as $$
#variable_conflict use_column
declare
  taken int[];
  scarce boolean;
begin
  perform set_config('marquee.kind', 'system', true),
          set_config('marquee.organizations', '{' || p_organization || '}', true),
          set_config('synchronous_commit', 'off', true);

  -- looks before it locks
  select count(*) > 0 into scarce
    from (select coalesce(d.quota_id, w.source) as quota_id, sum(w.quantity) as quantity
            from unnest(p_types || p_draws, p_quantities || p_drawn) w (source, quantity)
            left join ticketing.draws d on d.ticket_type_id = w.source
           group by 1) n
    join ticketing.quotas q on q.id = n.quota_id
   where q.held + q.sold + n.quantity > q.size;
  if scarce then
    taken := ticketing.allot(p_carts || p_draw_carts, p_types || p_draws, p_quantities || p_drawn);
    if cardinality(taken) = 0 then
      return taken;
    end if;
  else
    taken := array(select n from generate_series(1, cardinality(p_holds)) n);
  end if;

  insert into ticketing.holds (id, event_id, organization_id, state, created_at, expires_at)
  select p_holds[n], p_event, p_organization, 'active', p_at, p_until from unnest(taken) n;
  insert into ticketing.hold_lines
    (hold_id, ticket_type_id, organization_id, position, name, quantity, price_amount, currency, quote)
  select p_holds[w.cart], w.ticket_type_id, p_organization, row_number() over (partition by w.cart order by w.n), w.name,
         w.quantity, w.price_amount, w.currency, w.quote::jsonb
    from unnest(p_carts, p_types, p_names, p_quantities, p_prices, p_currencies, p_quotes)
         with ordinality w (cart, ticket_type_id, name, quantity, price_amount, currency, quote, n)
   where not scarce or w.cart = any (taken);
  if cardinality(p_draws) > 0 then
    insert into ticketing.hold_draws (hold_id, quota_id, organization_id, quantity)
    select p_holds[w.cart], w.quota_id, p_organization, w.quantity
      from unnest(p_draw_carts, p_draws, p_drawn) w (cart, quota_id, quantity)
     where not scarce or w.cart = any (taken);
  end if;

  -- last, since a hot quota stays locked until the commit
  if not scarce and not ticketing.claim_stock(p_types || p_draws, p_quantities || p_drawn) then
    raise exception 'too little left' using errcode = 'MQ001';
  end if;
  return taken;
end $$;
