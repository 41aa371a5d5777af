-- The sandbox's own books, as another company would keep them: nothing of ours refers to them and they refer to nothing
-- of ours. Only the platform itself may open them.

create table payment.sandbox_charges (
  id text primary key,                        -- ch_...; unguessable, it opens the hosted page
  idempotency_key text not null unique,
  reference text not null,                    -- what the shop calls it
  state text not null check (state in ('open', 'needs_authentication', 'processing', 'paid', 'declined', 'cancelled',
                                       'expired')),
  amount bigint not null check (amount > 0),
  currency text not null,
  description text not null,
  email text not null,
  return_url text not null,
  card text,                                  -- the test card's number; no other number is ever stored
  decline_code text,
  settles_at timestamptz,                     -- when a slow card is paid
  disputed_at timestamptz,                    -- when its holder will dispute it
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table payment.sandbox_refunds (
  id text primary key,                        -- re_...
  charge_id text not null references payment.sandbox_charges,
  idempotency_key text not null unique,
  state text not null check (state in ('pending', 'paid_back', 'failed')),
  amount bigint not null check (amount > 0),
  currency text not null,
  failure_code text,
  settles_at timestamptz not null,
  created_at timestamptz not null
);
create index on payment.sandbox_refunds (charge_id);

create table payment.sandbox_disputes (
  id text primary key,                        -- dp_...
  charge_id text not null unique references payment.sandbox_charges,
  state text not null check (state in ('needs_response', 'under_review', 'won', 'lost')),
  amount bigint not null check (amount > 0),
  currency text not null,
  reason text not null,
  created_at timestamptz not null
);

-- Each webhook that it owes the shop.
create table payment.sandbox_deliveries (
  id text primary key,                        -- evt_...
  type text not null,
  charge_id text not null,
  payload text not null,
  state text not null check (state in ('pending', 'delivered', 'failed', 'withheld')),
  attempts int not null default 0,
  last_answer text,
  created_at timestamptz not null,
  delivered_at timestamptz
);
create index on payment.sandbox_deliveries (created_at desc);
create index on payment.sandbox_deliveries (charge_id);

create table payment.sandbox_settings (
  only_row boolean primary key default true check (only_row),
  delivery text not null check (delivery in ('now', 'late', 'twice', 'never')),
  late_seconds int not null check (late_seconds between 0 and 3600),
  settle_seconds int not null check (settle_seconds between 0 and 3600),
  dispute_seconds int not null check (dispute_seconds between 0 and 3600)
);
insert into payment.sandbox_settings values (true, 'now', 30, 10, 10);

call platform.protect('payment.sandbox_charges');
call platform.protect('payment.sandbox_refunds');
call platform.protect('payment.sandbox_disputes');
call platform.protect('payment.sandbox_deliveries');
call platform.protect('payment.sandbox_settings', 'select, update');
create policy system on payment.sandbox_charges using ((select platform.everything()));
create policy system on payment.sandbox_refunds using ((select platform.everything()));
create policy system on payment.sandbox_disputes using ((select platform.everything()));
create policy system on payment.sandbox_deliveries using ((select platform.everything()));
create policy system on payment.sandbox_settings using ((select platform.everything()));
