create schema payout;
grant usage on schema payout to marquee_app;

-- An organization's own account at a provider: one for each, for good.
create table payout.accounts (
  organization_id uuid not null,
  provider text not null,
  idempotency_key text not null unique,       -- stored before the provider is asked to open it
  country text not null,
  account text,                               -- the provider's id; null until it has answered
  state text not null check (state in ('opening', 'incomplete', 'in_review', 'active', 'restricted')),
  fact jsonb,                                 -- what the provider said when it was last asked
  opened_at timestamptz not null,
  checked_at timestamptz,
  primary key (organization_id, provider),
  unique (provider, account)
);

-- Money on its way to an organization's bank, as far as the books need to know it.
create table payout.payouts (
  id uuid primary key,
  organization_id uuid not null,
  provider text not null,
  account text not null,
  provider_ref text not null,
  state text not null check (state in ('pending', 'in_transit', 'paid', 'failed', 'cancelled')),
  amount bigint not null,
  currency text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider, provider_ref)
);
create index on payout.payouts (organization_id, created_at desc);

call platform.protect('payout.accounts');
call platform.protect('payout.payouts');
call platform.tenant_policy('payout.accounts');
call platform.tenant_policy('payout.payouts');
