-- A stake that is only reserved on the buyer's card: taken of who does not come, let go otherwise. What the bank lets go of
-- before that has lapsed.
alter table escrow.stakes
  add column mode text not null default 'charged' check (mode in ('charged', 'reserved')),
  drop constraint stakes_state_check,
  add constraint stakes_state_check
    check (state in ('held', 'returning', 'returned', 'forfeited', 'forgiven', 'failed', 'lapsed')),
  drop constraint stakes_check1,
  add constraint stakes_check1
    check ((state in ('returned', 'forfeited', 'forgiven', 'failed', 'lapsed')) = (decided_at is not null));

-- One for each order whose stakes are reserved: a reservation is taken once, so it waits for all of them.
create table escrow.reservations (
  order_id uuid primary key,
  event_id uuid not null,
  organization_id uuid not null,
  take_at timestamptz not null,               -- past it the bank may let go: what is still open is taken, and goes back as charged
  decided_at timestamptz
);
create index on escrow.reservations (take_at) where decided_at is null;
call platform.protect('escrow.reservations', 'select, insert, update');
call platform.tenant_policy('escrow.reservations', 'event_id');
call ordering.within_order('escrow.reservations');
