-- People whom the sandbox knows again, and the test cards that it keeps for them.
create table payment.sandbox_customers (
  id text primary key,                        -- cus_...
  idempotency_key text not null unique,
  account_id text,                            -- in whose books; null: the operator's
  name text not null,
  email text not null,
  created_at timestamptz not null
);

create table payment.sandbox_cards (
  id text primary key,                        -- pm_...
  customer_id text not null references payment.sandbox_customers,
  card text not null,                         -- the test card's number
  expires text not null,                      -- its last month: 2040-12
  standard boolean not null default false,
  created_at timestamptz not null,
  unique (customer_id, card)
);
create unique index on payment.sandbox_cards (customer_id) where standard;

-- Pages on which somebody has a card kept without buying anything.
create table payment.sandbox_setups (
  id text primary key,                        -- seti_...; unguessable, it opens the page
  idempotency_key text not null unique,
  customer_id text not null references payment.sandbox_customers,
  return_url text not null,
  created_at timestamptz not null
);

alter table payment.sandbox_charges
  add column customer_id text,
  add column keeps_card boolean not null default false,
  add column card_expires text;

call platform.protect('payment.sandbox_customers', 'select, insert');
call platform.protect('payment.sandbox_cards');
call platform.protect('payment.sandbox_setups', 'select, insert');
create policy system on payment.sandbox_customers using ((select platform.everything()));
create policy system on payment.sandbox_cards using ((select platform.everything()));
create policy system on payment.sandbox_setups using ((select platform.everything()));
