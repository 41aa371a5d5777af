-- What a line costs where it is more than price times quantity: discount, taxes, fees, and how they came about.
alter table ticketing.hold_lines add column quote jsonb;

-- What a quota is for. Shared is each but a type's own.
alter table ticketing.quotas
  add column kind text not null default 'type' check (kind in ('type', 'capacity', 'pool', 'code')),
  add column name text,                       -- of a pool: several types on one number
  add column per_person int check (per_person > 0);   -- uses of a code
select set_config('marquee.everything', 'on', true);
update ticketing.quotas set kind = 'capacity' where shared;
alter table ticketing.quotas
  add check (shared = (kind <> 'type')),
  add check ((kind = 'pool') = (name is not null));
drop index ticketing.quotas_event_id_idx;
create unique index on ticketing.quotas (event_id) where kind = 'capacity';
create unique index on ticketing.quotas (event_id, lower(name)) where kind = 'pool';

alter table ticketing.ticket_types
  add column minimum_amount bigint check (minimum_amount >= 0),   -- the buyer chooses; the price is a suggestion
  add column add_on boolean not null default false,               -- only together with an admission
  add column max_per_ticket int check (max_per_ticket > 0),       -- of an add-on, for each admission
  add check (add_on or max_per_ticket is null),
  add check (minimum_amount <= price_amount);

-- Takes a hold on all of a priced cart or on nothing, in one round trip: it says for whom it acts, so that it needs no
-- transaction around it. False: too little is left. MQ001: too little was left at the last moment, and nothing is kept.
-- What a crash forgets of it nobody relied on: an order that is durable makes the hold before it durable as well, so
-- the commit need not wait for the disk, and the locks on hot quotas are shorter by that.
drop function if exists ticketing.take(
  uuid, uuid, uuid, uuid[], text[], int[], bigint[], text[], uuid[], int[], timestamptz, timestamptz);
create function ticketing.take(
  p_hold uuid, p_event uuid, p_organization uuid, p_types uuid[], p_names text[], p_quantities int[], p_prices bigint[],
  p_currencies text[], p_quotes text[], p_draws uuid[], p_drawn int[], p_at timestamptz, p_until timestamptz)
  returns boolean
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
    (hold_id, ticket_type_id, organization_id, position, name, quantity, price_amount, currency, quote)
  select p_hold, w.ticket_type_id, p_organization, w.position, w.name, w.quantity, w.price_amount, w.currency,
         w.quote::jsonb
    from unnest(p_types, p_names, p_quantities, p_prices, p_currencies, p_quotes)
         with ordinality w (ticket_type_id, name, quantity, price_amount, currency, quote, position);
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

-- Whose the uses of a code are, once the hold is somebody's.
alter table ticketing.hold_draws add column buyer text;
create index on ticketing.hold_draws (quota_id, buyer) where buyer is not null;

-- Counts a hold's tickets as this person's, and its code. The answer is the type or the code of which it would be too
-- many, or null; in the first case nothing may be kept of the transaction.
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
  for step in
    update ticketing.hold_draws w set buyer = p_buyer from ticketing.quotas q
     where w.hold_id = p_hold and q.id = w.quota_id
    returning w.quota_id, q.per_person
  loop
    if step.per_person is not null then
      -- one at a time for one person and code, until the commit: nobody counts what another is about to add
      perform pg_advisory_xact_lock(hashtextextended(step.quota_id || p_buyer, 320));
      perform from ticketing.hold_draws w join ticketing.holds h on h.id = w.hold_id
        where w.quota_id = step.quota_id and w.buyer = p_buyer and w.returned_at is null
          and h.state in ('active', 'consumed')
       having sum(w.quantity) > step.per_person;
      if found then
        return step.quota_id;
      end if;
    end if;
  end loop;
  return null;
end $$;
