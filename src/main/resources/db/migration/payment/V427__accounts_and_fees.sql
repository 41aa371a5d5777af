-- Where an organization's charges go, at each provider.
create table payment.accounts (
  organization_id uuid not null,
  provider text not null,
  account text not null,
  charges_enabled boolean not null,
  updated_at timestamptz not null,
  primary key (organization_id, provider),
  unique (provider, account)
);

-- What the operator keeps of a charge that goes to an organization's account.
create table payment.platform_fees (
  id uuid primary key,
  organization_id uuid,                       -- null: of everybody without an own one
  currency text,                              -- null: of every currency without an own one
  basis_points int not null check (basis_points between 0 and 10000),
  fixed bigint not null check (fixed >= 0),   -- minor units of the currency
  updated_at timestamptz not null,
  unique nulls not distinct (organization_id, currency),
  check (currency is not null or fixed = 0)
);

call platform.protect('payment.accounts');
call platform.protect('payment.platform_fees');
call platform.tenant_policy('payment.accounts');
create policy everyones on payment.platform_fees for select
  using (organization_id is null or organization_id = any ((select platform.organizations())::uuid[]));
create policy system on payment.platform_fees using ((select platform.everything()));
