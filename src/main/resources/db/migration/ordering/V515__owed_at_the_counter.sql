-- What goes back of a sale at the box office, while nobody is there to hand it out: it waits at the till for its buyer.
create table ordering.counter_dues (
  id uuid primary key references ordering.refunds,
  order_id uuid not null,
  hold_id uuid not null,
  event_id uuid not null,
  organization_id uuid not null,
  method text not null check (method in ('cash', 'card_present')),
  amount bigint not null check (amount > 0),
  currency text not null,
  at timestamptz not null                     -- handed out once a row of counter_refunds has its id
);
create index on ordering.counter_dues (event_id, id);
create index on ordering.counter_dues (order_id);
call platform.protect('ordering.counter_dues', 'select, insert');
call platform.tenant_policy('ordering.counter_dues', 'event_id');
call ordering.within_order('ordering.counter_dues');
create policy bearer on ordering.counter_dues for select
  using (exists (select from ordering.orders o where o.id = order_id));

-- An account for it, beside the drawer's.
alter table ledger.postings drop constraint postings_cause_kind_check;
alter table ledger.postings add constraint postings_cause_kind_check check (cause_kind in (
  'order_paid', 'order_refunded', 'payment_succeeded', 'payment_refunded', 'provider_fee', 'cash_received', 'cash_owed',
  'cash_returned', 'dispute_opened', 'dispute_won', 'dispute_lost', 'dispute_fee', 'payout_sent', 'payout_returned',
  'stake_held', 'stake_returned', 'stake_forfeited', 'gift_sold', 'gift_redeemed'));
alter table ledger.entries drop constraint entries_account_check;
alter table ledger.entries add constraint entries_account_check check (account in (
  'buyer_receivable', 'provider_balance', 'cash', 'cash_owed', 'payouts', 'disputes_held', 'disputes_lost', 'stakes_held',
  'gift', 'sales', 'discounts', 'fees', 'tax', 'platform_fee', 'provider_fee'));
