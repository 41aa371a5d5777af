-- Of which lines of the order a refund's money is: each line has taxes of its own.
create table ordering.refund_parts (
  refund_id uuid not null references ordering.refunds,
  line int not null,                          -- its position
  order_id uuid not null,
  hold_id uuid not null,
  event_id uuid not null,
  organization_id uuid not null,
  amount bigint not null check (amount > 0),
  primary key (refund_id, line),
  foreign key (order_id, line) references ordering.order_lines
);
create index on ordering.refund_parts (order_id);
call platform.protect('ordering.refund_parts', 'select, insert');
call platform.tenant_policy('ordering.refund_parts', 'event_id');
call ordering.within_order('ordering.refund_parts');
create policy bearer on ordering.refund_parts for select
  using (exists (select from ordering.orders o where o.id = order_id));
