-- Accounts of organizers at the sandbox, and what was sent to their banks.
create table payment.sandbox_accounts (
  id text primary key,                        -- acct_...; unguessable, it opens the onboarding page
  idempotency_key text not null unique,
  reference text not null,                    -- what the shop calls its owner
  name text not null,
  country text not null,
  state text not null check (state in ('new', 'incomplete', 'verified')),
  bank_refuses boolean not null default false,
  return_url text,
  created_at timestamptz not null
);

create table payment.sandbox_payouts (
  id text primary key,                        -- po_...
  idempotency_key text not null unique,
  account_id text not null references payment.sandbox_accounts,
  amount bigint not null check (amount > 0),
  currency text not null,
  state text not null check (state in ('pending', 'paid', 'failed')),
  arrives_at timestamptz not null,
  created_at timestamptz not null
);
create index on payment.sandbox_payouts (account_id, created_at);

alter table payment.sandbox_charges
  add column account_id text,                 -- whose books; null: the operator's
  add column application_fee bigint not null default 0;
create index on payment.sandbox_charges (account_id) where account_id is not null;

call platform.protect('payment.sandbox_accounts');
call platform.protect('payment.sandbox_payouts');
create policy system on payment.sandbox_accounts using ((select platform.everything()));
create policy system on payment.sandbox_payouts using ((select platform.everything()));

-- What moved the balance of an account. The operator's fee goes back with refunds, in proportion, to the last cent.
create view payment.sandbox_transactions with (security_invoker = true) as
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
  from payment.sandbox_payouts where state = 'failed';
grant select on payment.sandbox_transactions to marquee_app;
