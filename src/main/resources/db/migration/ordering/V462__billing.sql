-- Whom an order's invoice is for, as its buyer said.
create table ordering.billing (
  order_id uuid primary key,
  hold_id uuid not null,
  event_id uuid not null,
  organization_id uuid not null,
  company text not null,
  address text not null,
  country text not null,
  tax_id text not null,
  said_at timestamptz not null
);
call platform.protect('ordering.billing', 'select, insert, update');
call platform.tenant_policy('ordering.billing', 'event_id');
call ordering.within_order('ordering.billing', 'cascade');
create policy bearer on ordering.billing for select
  using (exists (select from ordering.orders o where o.id = order_id));
