-- Tickets that cost nothing end without a refund. Who asks for that again under the same key ends no others, as with money.
create table ordering.free_returns (
  order_id uuid not null,
  request_key text not null,
  hold_id uuid not null,
  event_id uuid not null,
  organization_id uuid not null,
  at timestamptz not null,
  primary key (order_id, request_key)
);
call platform.protect('ordering.free_returns', 'select, insert');
call platform.tenant_policy('ordering.free_returns', 'event_id');
call ordering.within_order('ordering.free_returns');
