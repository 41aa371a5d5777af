-- What the bank refused on its way back is listed as that, until the team has tried again.
alter table escrow.stakes
  drop constraint stakes_state_check,
  add constraint stakes_state_check
    check (state in ('held', 'returning', 'returned', 'forfeited', 'forgiven', 'failed')),
  drop constraint stakes_check1,
  add constraint stakes_check1
    check ((state in ('returned', 'forfeited', 'forgiven', 'failed')) = (decided_at is not null));
