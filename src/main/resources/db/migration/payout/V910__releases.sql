-- Organizations whose money goes to the bank after each event: at the provider their schedule is by hand.
create table payout.plans (
  organization_id uuid not null,
  provider text not null,
  days int not null check (days between 0 and 30),  -- after the event's end
  primary key (organization_id, provider)
);

-- What an event brought, on its way to the bank: staged when the event ends, in the plan's provider; the currencies are known when
-- its time has come.
create table payout.releases (
  id uuid primary key,
  organization_id uuid not null,
  event_id uuid not null,
  provider text not null,
  currency text,
  ended_at timestamptz not null,
  due_at timestamptz not null,                -- when it is looked at next
  state text not null check (state in ('due', 'waiting', 'sending', 'sent', 'nothing', 'failed')),
  reason text,
  words text,                                 -- the provider's
  waited int not null default 0,              -- how often for the same reason
  round int not null default 0,               -- how often somebody said: try again
  amount bigint check (amount > 0),           -- stored with its key before the provider is asked
  idempotency_key text unique,
  provider_ref text,
  updated_at timestamptz not null,
  unique nulls not distinct (event_id, provider, currency),
  unique (provider, provider_ref),
  check (state not in ('sending', 'sent') or (currency is not null and amount is not null and idempotency_key is not null)),
  check (state <> 'sent' or provider_ref is not null)
);
create index on payout.releases (organization_id, provider, id desc);
create index undecided_releases on payout.releases (due_at) where state in ('due', 'waiting', 'sending');

call platform.protect('payout.plans');
call platform.protect('payout.releases', 'select, insert, update');
call platform.tenant_policy('payout.plans');
call platform.tenant_policy('payout.releases');
call event.within_tenant('payout.releases', 'cascade');
