-- How far a comparison has come, so that one that was cut short goes on there; and what it has covered, beside charges.
alter table payment.reconciliations
  add column reached_at timestamptz,          -- charges that were made before are compared
  add column refunds int not null default 0,
  add column disputes int not null default 0,
  add column payments int not null default 0, -- ours
  add column payouts int not null default 0,
  add column transfers int not null default 0,
  add column fees int not null default 0;     -- that the provider took from an account by itself

-- Which of our payments were seen is known for a few hundred at a time now, and need not be kept.
drop table payment.reconciliation_seen;

alter table payment.discrepancies
  drop constraint discrepancies_kind_check,
  add constraint discrepancies_kind_check check (kind in (
    'amount', 'ended_before', 'not_paid_there', 'second_charge', 'unknown_charge', 'missing_there', 'refund_amount',
    'refund_missing_there', 'refund_failed_there', 'refund_unknown', 'refund_undecided', 'dispute', 'undecided', 'fee',
    'fee_amount', 'surplus_kept', 'denied', 'payout_amount', 'payout_missing_there', 'transfer_unknown',
    'transfer_amount', 'transfer_reversed', 'transfer_missing_there'));
