-- Books that a provider does not show us any more, such as those of an organizer who has left, are one thing to see to and not as many
-- as there are payments in them.
alter table payment.discrepancies
  drop constraint discrepancies_kind_check,
  add constraint discrepancies_kind_check check (kind in (
    'amount', 'ended_before', 'not_paid_there', 'second_charge', 'unknown_charge', 'missing_there', 'refund_amount',
    'refund_missing_there', 'refund_failed_there', 'refund_unknown', 'refund_undecided', 'dispute', 'undecided', 'fee',
    'fee_amount', 'surplus_kept', 'denied', 'payout_amount', 'payout_missing_there', 'transfer_unknown',
    'transfer_amount', 'transfer_reversed', 'transfer_missing_there', 'books_closed'));
