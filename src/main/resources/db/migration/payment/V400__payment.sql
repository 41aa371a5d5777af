create schema payment;
grant usage on schema payment to marquee_app;

-- One attempt to pay one order.
create table payment.payments (
  id uuid primary key,
  order_id uuid not null,
  hold_id uuid not null,                      -- whose token opens it
  event_id uuid not null,
  organization_id uuid not null,
  provider text not null,
  state text not null check (state in ('created', 'requires_action', 'processing', 'authorised', 'succeeded', 'failed',
                                       'cancelled')),
  amount bigint not null check (amount > 0),
  currency text not null,
  idempotency_key text not null unique,       -- stored before the provider is called
  provider_ref text,
  next_action_url text,
  failure_code text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider, provider_ref)
);
-- A second attempt while one is undecided is impossible.
create unique index one_undecided on payment.payments (order_id)
  where state in ('created', 'requires_action', 'processing', 'authorised');
create index on payment.payments (order_id);
create index on payment.payments (event_id, created_at);

create table payment.refunds (
  id uuid primary key,
  payment_id uuid not null references payment.payments,
  order_id uuid not null,
  hold_id uuid not null,
  event_id uuid not null,
  organization_id uuid not null,
  state text not null check (state in ('requested', 'approved', 'processing', 'succeeded', 'failed', 'declined')),
  amount bigint not null check (amount > 0),
  currency text not null,
  reason text not null,
  idempotency_key text not null unique,
  provider_ref text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on payment.refunds (payment_id);
create index on payment.refunds (order_id);

create table payment.disputes (
  id uuid primary key,
  payment_id uuid not null references payment.payments,
  order_id uuid not null,
  event_id uuid not null,
  organization_id uuid not null,
  state text not null check (state in ('needs_response', 'under_review', 'won', 'lost')),
  amount bigint not null check (amount > 0),
  currency text not null,
  reason text not null,
  provider_ref text not null unique,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

-- What providers told us: stored first, answered at once, handled once by a job.
create table payment.webhooks (
  id uuid primary key,
  provider text not null,
  provider_event_id text not null,
  type text not null,
  payload text not null,
  received_at timestamptz not null,
  handled_at timestamptz,
  outcome text,
  unique (provider, provider_event_id)
);

call platform.protect('payment.payments');
call platform.protect('payment.refunds');
call platform.protect('payment.disputes');
call platform.protect('payment.webhooks');
call platform.tenant_policy('payment.payments', 'event_id');
call platform.tenant_policy('payment.refunds', 'event_id');
call platform.tenant_policy('payment.disputes', 'event_id');
create policy bearer on payment.payments for select using (hold_id = (select platform.capability()));
create policy bearer on payment.refunds for select using (hold_id = (select platform.capability()));
create policy system on payment.webhooks using ((select platform.everything()));
