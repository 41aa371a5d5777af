-- What was paid at the box office: by hand, to a person of the team, through no provider.
create table ordering.counter_sales (
  id uuid primary key,                        -- what its order was paid by
  order_id uuid not null unique,
  hold_id uuid not null,
  event_id uuid not null,
  organization_id uuid not null,
  method text not null check (method in ('cash', 'card_present')),
  amount bigint not null check (amount > 0),
  given bigint not null check (given >= amount),   -- change is the difference
  currency text not null,
  note text not null,
  sold_by uuid,
  at timestamptz not null
);
create index on ordering.counter_sales (event_id, at);
-- What went back over the same counter.
create table ordering.counter_refunds (
  id uuid primary key references ordering.refunds,
  order_id uuid not null,
  hold_id uuid not null,
  event_id uuid not null,
  organization_id uuid not null,
  method text not null check (method in ('cash', 'card_present')),
  amount bigint not null check (amount > 0),
  currency text not null,
  returned_by uuid,                           -- null: nobody handed it out by hand, as when an event is cancelled
  at timestamptz not null
);
create index on ordering.counter_refunds (event_id, at);

call platform.protect('ordering.counter_sales', 'select, insert');
call platform.protect('ordering.counter_refunds', 'select, insert');
call platform.tenant_policy('ordering.counter_sales', 'event_id');
call platform.tenant_policy('ordering.counter_refunds', 'event_id');
call ordering.within_order('ordering.counter_sales');
call ordering.within_order('ordering.counter_refunds');
create policy bearer on ordering.counter_sales for select
  using (exists (select from ordering.orders o where o.id = order_id));
create policy bearer on ordering.counter_refunds for select
  using (exists (select from ordering.orders o where o.id = order_id));
