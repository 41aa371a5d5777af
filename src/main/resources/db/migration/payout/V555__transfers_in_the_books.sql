-- What the operator passed on by hand, beside what the books have had so far.
alter table ledger.postings drop constraint postings_cause_kind_check;
alter table ledger.postings add constraint postings_cause_kind_check check (cause_kind in (
  'order_paid', 'order_refunded', 'payment_succeeded', 'payment_refunded', 'provider_fee', 'cash_received', 'cash_owed',
  'cash_returned', 'dispute_opened', 'dispute_won', 'dispute_lost', 'dispute_fee', 'payout_sent', 'payout_returned',
  'stake_held', 'stake_returned', 'stake_forfeited', 'gift_sold', 'gift_redeemed', 'transfer_sent', 'transfer_reversed'));
alter table ledger.entries drop constraint entries_account_check;
alter table ledger.entries add constraint entries_account_check check (account in (
  'buyer_receivable', 'provider_balance', 'cash', 'cash_owed', 'payouts', 'disputes_held', 'disputes_lost', 'stakes_held',
  'gift', 'sales', 'discounts', 'fees', 'tax', 'platform_fee', 'provider_fee', 'transfers'));
