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
  refunded_amount bigint not null default 0 check (refunded_amount between 0 and total_amount),
  currency text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,            -- of its hold; past it a pending order is expired
  paid_at timestamptz
);
create index on ordering.orders (event_id, id);
create index on ordering.orders (buyer_email);

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
-- Who comes, as the buyer said; a ticket is issued for each.
create table ordering.attendees (
  order_id uuid not null references ordering.orders on delete cascade,
  position int not null,                      -- of the ticket, 1.. over all lines in order
  organization_id uuid not null,
  hold_id uuid not null,
  event_id uuid not null,
  ticket_type_id uuid not null,
  name text not null,
  email text not null,
  primary key (order_id, position)
);
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
  note text
);
create unique index on ordering.refund_requests (order_id) where decided_at is null;

call platform.protect('ordering.orders');
call platform.protect('ordering.order_lines');
call platform.protect('ordering.attendees');
call platform.protect('ordering.refund_requests');
call platform.tenant_policy('ordering.orders', 'event_id');
call platform.tenant_policy('ordering.order_lines', 'event_id');
call platform.tenant_policy('ordering.attendees', 'event_id');
call platform.tenant_policy('ordering.refund_requests', 'event_id');
create policy bearer on ordering.orders for select using (hold_id = (select platform.capability()));
create policy buyer on ordering.orders for select using (buyer_email = (select platform.email()));
create policy bearer on ordering.order_lines for select
  using (exists (select from ordering.orders o where o.id = order_id));
create policy bearer on ordering.attendees for select
  using (exists (select from ordering.orders o where o.id = order_id));
create policy bearer on ordering.refund_requests for select
  using (exists (select from ordering.orders o where o.id = order_id));
