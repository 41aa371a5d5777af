-- What a provider refuses to say or to do about a payment waits for a person.
alter table payment.discrepancies
  drop constraint discrepancies_kind_check,
  add constraint discrepancies_kind_check check (kind in (
    'amount', 'ended_before', 'not_paid_there', 'second_charge', 'unknown_charge', 'missing_there', 'refund_amount',
    'refund_missing_there', 'refund_failed_there', 'refund_unknown', 'refund_undecided', 'dispute', 'undecided', 'fee',
    'surplus_kept', 'denied'));
