-- What moved in the operator's own account beside charges: payouts to the operator's bank, and what the provider took by itself.
create table payout.operator_moves (
  provider text not null,
  provider_ref text not null,
  kind text not null check (kind in ('payout', 'fee')),
  state text check (state in ('pending', 'in_transit', 'paid', 'failed', 'cancelled')),
  amount bigint not null,                     -- that left the account
  currency text not null,
  at timestamptz not null,
  seen_at timestamptz not null,
  primary key (provider, provider_ref),
  check ((kind = 'payout') = (state is not null))
);
create index on payout.operator_moves (at desc, provider_ref desc);

call platform.protect('payout.operator_moves', 'select, insert, update');
create policy system on payout.operator_moves using ((select platform.everything()));
