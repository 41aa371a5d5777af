-- Play money of the operator that was passed on to an account, and taken back.
create table payment.sandbox_transfers (
  id text primary key,                        -- tr_...
  idempotency_key text not null unique,
  account_id text not null references payment.sandbox_accounts,
  reverses text references payment.sandbox_transfers,
  amount bigint not null check (amount > 0),
  currency text not null,
  description text not null,
  created_at timestamptz not null
);
create index on payment.sandbox_transfers (account_id, created_at);
create index on payment.sandbox_transfers (reverses) where reverses is not null;
call platform.protect('payment.sandbox_transfers');
create policy system on payment.sandbox_transfers using ((select platform.everything()));

create or replace view payment.sandbox_transactions with (security_invoker = true) as
  select account_id, id as ref, 'charge' as kind, amount, application_fee as fee, currency, description, id as source,
         updated_at as at
  from payment.sandbox_charges where account_id is not null and state = 'paid'
  union all
  select account_id, id, 'refund', -amount,
         -((application_fee * upto / paid) - (application_fee * (upto - amount) / paid)), currency, description, charge_id, at
  from (
    select c.account_id, r.id, r.amount, c.application_fee, c.amount as paid, r.currency, c.description, r.charge_id,
           r.created_at as at, sum(r.amount) over (partition by r.charge_id order by r.created_at, r.id)::bigint as upto
    from payment.sandbox_refunds r join payment.sandbox_charges c on c.id = r.charge_id
    where c.account_id is not null and r.state = 'paid_back') refunds
  union all
  select c.account_id, d.id, 'adjustment', -d.amount, 0, d.currency, d.reason, d.charge_id, d.created_at
  from payment.sandbox_disputes d join payment.sandbox_charges c on c.id = d.charge_id
  where c.account_id is not null and d.state <> 'won'
  union all
  select account_id, id, 'payout', -amount, 0, currency, null, id, created_at from payment.sandbox_payouts
  union all
  select account_id, id || '_back', 'payout_failure', amount, 0, currency, null, id, arrives_at
  from payment.sandbox_payouts where state = 'failed'
  union all
  select account_id, id, case when reverses is null then 'payment' else 'payment_refund' end,
         case when reverses is null then amount else -amount end, 0, currency, description, coalesce(reverses, id), created_at
  from payment.sandbox_transfers;
