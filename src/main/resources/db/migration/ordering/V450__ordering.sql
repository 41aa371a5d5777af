create schema ordering;
grant usage on schema ordering to marquee_app;

create table ordering.orders (
  id uuid primary key,
  code text not null unique,                  -- for people; opens nothing
  hold_id uuid not null unique,               -- one order a hold; its token opens the order
  event_id uuid not null references event.events,
  organization_id uuid not null,
  state text not null check (state in ('pending', 'paid', 'partially_refunded', 'refunded', 'expired', 'cancelled')),
  buyer_name text not null,
  buyer_email text not null,
  locale text not null,
  total_amount bigint not null check (total_amount >= 0),
  returning_amount bigint not null default 0 check (returning_amount >= 0),   -- approved, not back yet
  refunded_amount bigint not null default 0 check (refunded_amount >= 0),     -- back at the buyer
  currency text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,            -- of its hold; past it a pending order is expired
  paid_at timestamptz,
  paid_by uuid unique,                        -- the payment that bought it
  check (returning_amount + refunded_amount <= total_amount),
  check ((paid_at is not null) = (state in ('paid', 'partially_refunded', 'refunded'))),
  check (paid_at is not null or returning_amount + refunded_amount = 0),
  check ((paid_by is not null) = (paid_at is not null and total_amount > 0)),
  check (state <> 'refunded' or refunded_amount = total_amount),
  check (state <> 'partially_refunded' or refunded_amount between 1 and total_amount - 1)
);
create index on ordering.orders (event_id, id);
create index on ordering.orders (buyer_email);
create index on ordering.orders (expires_at) where state = 'pending';
-- the overview's counters, from the index alone
create index on ordering.orders (event_id) include (total_amount, refunded_amount, currency)
  where state in ('paid', 'partially_refunded', 'refunded');

create table ordering.order_lines (
  order_id uuid not null references ordering.orders on delete cascade,
  position int not null,
  organization_id uuid not null,
  hold_id uuid not null,
  event_id uuid not null,
  ticket_type_id uuid not null,
  name text not null,
  quantity int not null check (quantity > 0),
  price_amount bigint not null check (price_amount >= 0),
  primary key (order_id, position)
);
-- Who comes, where it is somebody other than the buyer.
create table ordering.attendees (
  order_id uuid not null references ordering.orders on delete cascade,
  position int not null,                      -- of the ticket, 1.. over all lines in order
  organization_id uuid not null,
  hold_id uuid not null,
  event_id uuid not null,
  name text not null,
  email text not null,
  primary key (order_id, position)
);
-- What a refund of the payment module is for.
create table ordering.refunds (
  id uuid primary key,                        -- the same as there
  order_id uuid not null references ordering.orders,
  hold_id uuid not null,
  event_id uuid not null,
  organization_id uuid not null,
  amount bigint not null check (amount > 0),
  surplus boolean not null,                   -- of money that bought nothing: it came too late, or twice
  state text not null check (state in ('approved', 'succeeded', 'failed')),
  reason text not null,
  created_at timestamptz not null,
  decided_at timestamptz,
  check ((state = 'approved') = (decided_at is null))
);
create index on ordering.refunds (order_id);
-- A buyer asks for money back; the team approves or declines.
create table ordering.refund_requests (
  id uuid primary key,
  order_id uuid not null references ordering.orders,
  hold_id uuid not null,
  event_id uuid not null,
  organization_id uuid not null,
  reason text not null,
  created_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  approved boolean,
  note text,
  check ((decided_at is null) = (approved is null))
);
create unique index on ordering.refund_requests (order_id) where decided_at is null;
create index on ordering.refund_requests (event_id) where decided_at is null;

call platform.protect('ordering.orders', 'select, insert, update');
call platform.protect('ordering.order_lines', 'select, insert');
call platform.protect('ordering.attendees');
call platform.protect('ordering.refunds', 'select, insert, update');
call platform.protect('ordering.refund_requests', 'select, insert, update');
call platform.tenant_policy('ordering.orders', 'event_id');
call platform.tenant_policy('ordering.order_lines', 'event_id');
call platform.tenant_policy('ordering.attendees', 'event_id');
call platform.tenant_policy('ordering.refunds', 'event_id');
call platform.tenant_policy('ordering.refund_requests', 'event_id');
create policy bearer on ordering.orders for select using (hold_id = (select platform.capability()));
create policy buyer on ordering.orders for select using (buyer_email = (select platform.email()));
create policy bearer on ordering.order_lines for select
  using (exists (select from ordering.orders o where o.id = order_id));
create policy bearer on ordering.attendees for select
  using (exists (select from ordering.orders o where o.id = order_id));
create policy bearer on ordering.refunds for select
  using (exists (select from ordering.orders o where o.id = order_id));
create policy bearer on ordering.refund_requests for select
  using (exists (select from ordering.orders o where o.id = order_id));
