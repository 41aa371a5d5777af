create schema payment;
grant usage on schema payment to marquee_app;

-- One attempt to pay one order.
create table payment.payments (
  id uuid primary key,
  order_id uuid not null,
  hold_id uuid not null,                      -- whose token opens it
  event_id uuid not null,
  organization_id uuid not null,
  buyer_email text not null,                  -- a person with this address, verified, sees it
  provider text not null,
  state text not null check (state in ('created', 'requires_action', 'processing', 'authorised', 'succeeded', 'failed',
                                       'cancelled')),
  amount bigint not null check (amount > 0),
  currency text not null,
  idempotency_key text not null unique,       -- stored before the provider is called
  -- the rest of what was asked of the provider, so that asking again after a crash asks the same
  description text not null,
  return_url text not null,
  method text,
  expires_at timestamptz not null,            -- past it the provider takes no money for this attempt
  provider_ref text,
  next_action_url text,
  failure_code text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider, provider_ref)
);
-- A second attempt while one is undecided, or after one succeeded, is impossible: nobody pays twice for one order.
create unique index one_standing on payment.payments (order_id)
  where state in ('created', 'requires_action', 'processing', 'authorised', 'succeeded');
create index on payment.payments (order_id);
create index on payment.payments (event_id, created_at);

create table payment.refunds (
  id uuid primary key,
  payment_id uuid not null references payment.payments,
  order_id uuid not null,
  hold_id uuid not null,
  event_id uuid not null,
  organization_id uuid not null,
  buyer_email text not null,
  state text not null check (state in ('requested', 'approved', 'processing', 'succeeded', 'failed', 'declined')),
  amount bigint not null check (amount > 0),
  currency text not null,
  reason text not null,
  idempotency_key text not null unique,
  provider_ref text,
  failure_code text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on payment.refunds (payment_id);
create index on payment.refunds (order_id);

-- What goes back is never more than what came in, whoever asks and however many ask at once. The lock on the payment
-- makes the sum see every refund that was made before; it lets rows that only refer to the payment be written.
create function payment.never_more_than_paid() returns trigger language plpgsql as $$
declare
  paid payment.payments;
  back bigint;
begin
  select * into paid from payment.payments where id = new.payment_id for no key update;
  if paid.id is null or paid.state <> 'succeeded' or paid.currency <> new.currency then
    raise exception 'payment % has no such money to give back', new.payment_id using errcode = 'check_violation';
  end if;
  select coalesce(sum(amount), 0) into back from payment.refunds
  where payment_id = new.payment_id and id <> new.id and state not in ('failed', 'declined');
  if back + new.amount > paid.amount then
    raise exception 'more than was paid with payment %', new.payment_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger never_more_than_paid before insert or update of payment_id, amount, currency on payment.refunds
  for each row execute function payment.never_more_than_paid();

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
  provider_ref text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (payment_id, provider_ref)
);
create index on payment.disputes (order_id);

-- Where the provider says something that our states cannot follow. Nothing is settled by it; a person looks.
create table payment.discrepancies (
  payment_id uuid not null references payment.payments,
  kind text not null check (kind in ('amount', 'ended_before', 'refund_amount')),
  organization_id uuid not null,
  event_id uuid not null,
  expected text not null,
  found text not null,
  seen_at timestamptz not null,
  primary key (payment_id, kind, found)
);

-- What providers told us: stored first, answered at once, handled once by a job.
create table payment.webhooks (
  id uuid primary key,
  provider text not null,
  provider_event_id text not null,
  type text not null,
  reference text,                             -- our payment's id, where it is about one
  payload text not null,
  received_at timestamptz not null,
  deliveries int not null default 1,          -- how often the same was told
  replays int not null default 0,
  handled_at timestamptz,
  outcome text,
  unique (provider, provider_event_id)
);
create index on payment.webhooks (received_at desc, id desc);

call platform.protect('payment.payments');
call platform.protect('payment.refunds');
call platform.protect('payment.disputes');
call platform.protect('payment.discrepancies');
call platform.protect('payment.webhooks');
call platform.tenant_policy('payment.payments', 'event_id');
call platform.tenant_policy('payment.refunds', 'event_id');
call platform.tenant_policy('payment.disputes', 'event_id');
call platform.tenant_policy('payment.discrepancies');
create policy bearer on payment.payments for select using (hold_id = (select platform.capability()));
create policy bearer on payment.refunds for select using (hold_id = (select platform.capability()));
create policy buyer on payment.payments for select using (buyer_email = (select platform.email()));
create policy buyer on payment.refunds for select using (buyer_email = (select platform.email()));
create policy system on payment.webhooks using ((select platform.everything()));
