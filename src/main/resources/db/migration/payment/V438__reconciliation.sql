-- What a provider says and we do not: whatever cannot be repaired by itself waits here for a person, or is sent back.
select set_config('marquee.everything', 'on', true);
alter table payment.discrepancies
  drop constraint discrepancies_pkey,
  drop constraint discrepancies_kind_check,
  alter column payment_id drop not null,      -- a charge that nobody knows
  alter column organization_id drop not null,
  alter column event_id drop not null,
  add column id uuid primary key default gen_random_uuid(),
  add column provider text,
  add column account text,
  add column charge text,                     -- the provider's id of the charge
  add column amount bigint check (amount > 0),-- what would go back
  add column currency text,
  add column state text not null default 'open'
    check (state in ('open', 'accepted', 'handled', 'refunding', 'refunded')),
  add column once text;                       -- found again, it is the same
update payment.discrepancies d set provider = p.provider, account = p.provider_account, charge = p.provider_ref,
  once = d.kind || '/' || d.payment_id || '/' || d.found
from payment.payments p where p.id = d.payment_id;
alter table payment.discrepancies
  alter column provider set not null,
  alter column once set not null,
  add unique (once),
  add check (kind in ('amount', 'ended_before', 'not_paid_there', 'second_charge', 'unknown_charge', 'missing_there',
                      'refund_amount', 'refund_missing_there', 'refund_failed_there', 'refund_unknown', 'refund_undecided',
                      'dispute', 'undecided'));
create index on payment.discrepancies (state, seen_at desc);
create index on payment.discrepancies (payment_id);

-- What was decided about it, by whom.
create table payment.discrepancy_moves (
  id uuid primary key default gen_random_uuid(),
  discrepancy_id uuid not null references payment.discrepancies,
  organization_id uuid,
  at timestamptz not null,
  to_state text not null,
  actor_kind text not null,
  actor_id uuid,
  note text not null
);
create index on payment.discrepancy_moves (discrepancy_id, at);

-- One comparison of the books of one account over a span of time.
create table payment.reconciliations (
  id uuid primary key,
  provider text not null,
  account text,
  kind text not null check (kind in ('nightly', 'by_hand')),
  from_at timestamptz not null,
  until_at timestamptz not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed')),
  requested_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  charges int not null default 0,             -- seen at the provider
  repaired int not null default 0,
  found int not null default 0,               -- what a person has to look at
  last_error text
);
create index on payment.reconciliations (requested_at desc);

-- Which of our payments the provider has told of in a run. Its loss costs a run, so it need not survive a crash.
create unlogged table payment.reconciliation_seen (
  run_id uuid not null,
  payment_id uuid not null,
  primary key (run_id, payment_id)
);
-- For what is here and not there, in the order of time.
create index on payment.payments (provider, created_at);

call platform.protect('payment.discrepancy_moves', 'select, insert');
call platform.protect('payment.reconciliations', 'select, insert, update');
call platform.protect('payment.reconciliation_seen', 'select, insert, delete');
call platform.tenant_policy('payment.discrepancy_moves');
create policy system on payment.reconciliations using ((select platform.everything()));
create policy system on payment.reconciliation_seen using ((select platform.everything()));

-- What is undecided, for whoever takes care that somebody goes after it.
create index undecided_payments on payment.payments (id)
  where state in ('created', 'requires_action', 'processing', 'authorised');
create index undecided_refunds on payment.refunds (id) where state in ('approved', 'processing');
