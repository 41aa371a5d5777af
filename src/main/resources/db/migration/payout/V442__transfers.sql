-- Money that the operator passes on to an organization's account by hand, and takes back. Stored before the provider is asked.
create table payout.transfers (
  id uuid primary key,
  organization_id uuid not null,
  provider text not null,
  account text not null,
  reverses uuid references payout.transfers,  -- a reversal is a row of its own
  idempotency_key text not null unique,
  amount bigint not null check (amount > 0),
  currency text not null,
  description text not null,
  state text not null check (state in ('requested', 'sent', 'failed')),
  provider_ref text,
  failure text,                               -- the provider's words
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider, provider_ref)
);
create index on payout.transfers (created_at desc, id desc);
create index on payout.transfers (reverses) where reverses is not null;
create index undecided_transfers on payout.transfers (id) where state = 'requested';
call platform.protect('payout.transfers');
call platform.tenant_policy('payout.transfers');
