-- A stake can be kept as a card that is charged only for a no-show. Where that is refused the stake is unpaid, until a try, or
-- the buyer's own payment, brings it.
alter table escrow.terms add column keep_card boolean not null default false;

alter table escrow.stakes
  drop constraint stakes_mode_check,
  add constraint stakes_mode_check check (mode in ('charged', 'reserved', 'kept')),
  drop constraint stakes_state_check,
  add constraint stakes_state_check
    check (state in ('held', 'returning', 'returned', 'forfeited', 'unpaid', 'forgiven', 'failed', 'lapsed')),
  drop constraint stakes_check1,
  add constraint stakes_check1
    check ((state in ('returned', 'forfeited', 'unpaid', 'forgiven', 'failed', 'lapsed')) = (decided_at is not null));

alter table escrow.reservations
  alter column take_at drop not null,         -- what is kept lasts
  add column tries int not null default 0,    -- how often the card was charged
  add column try_at timestamptz,              -- when it is charged next; null while nothing is owed, or somebody has to see to it
  add column payment_id uuid,                 -- the last try
  add column failure_code text;               -- why that came to nothing
create index on escrow.reservations (try_at) where try_at is not null;
