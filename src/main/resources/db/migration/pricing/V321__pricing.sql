create schema pricing;
grant usage on schema pricing to marquee_app;

-- Taxes, fees and group discounts of an event. Ticket types are the business of a module above: ids only.
create table pricing.rules (
  id uuid primary key,
  event_id uuid not null,
  organization_id uuid not null,
  kind text not null check (kind in ('tax', 'fee', 'group_discount')),
  name text not null check (length(name) <= 80),
  rate int check (rate between 1 and 100000),  -- thousandths of a percent
  amount bigint check (amount > 0),            -- for each ticket
  currency text check (currency ~ '^[A-Z]{3}$'),
  on_top boolean not null,                     -- a tax that the price does not hold, a fee that the buyer pays
  from_quantity int check (from_quantity >= 2),
  ticket_types uuid[] not null,                -- none: all
  created_at timestamptz not null,
  check ((amount is null) = (currency is null)),
  check (rate is not null or amount is not null),
  check (kind <> 'tax' or amount is null),
  check ((kind = 'group_discount') = (from_quantity is not null))
);
create index on pricing.rules (event_id);

create table pricing.promo_codes (
  id uuid primary key,                         -- its uses are stock: a quota of the same id
  event_id uuid not null,
  organization_id uuid not null,
  code text not null check (code ~ '^[A-Z0-9][A-Z0-9_-]{2,39}$'),
  rate int check (rate between 1 and 100000),
  amount bigint check (amount > 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  whole_cart boolean not null,                 -- the amount once for all of it, instead of for each ticket
  unlocks boolean not null,                    -- shows the hidden ones among its types
  ticket_types uuid[] not null,
  starts_at timestamptz,
  ends_at timestamptz,
  max_uses int check (max_uses > 0),           -- orders
  max_per_person int check (max_per_person > 0),
  created_at timestamptz not null,
  deactivated_at timestamptz,
  unique (event_id, code),
  check ((amount is null) = (currency is null)),
  check (rate is null or amount is null),
  check (rate is not null or amount is not null or unlocks),
  check (not whole_cart or amount is not null),
  check (ends_at > starts_at)
);

call platform.protect('pricing.rules');
call platform.protect('pricing.promo_codes', 'select, insert, update');
call platform.tenant_policy('pricing.rules', 'event_id');
call platform.tenant_policy('pricing.promo_codes', 'event_id');
call event.within_tenant('pricing.rules', 'cascade');
call event.within_tenant('pricing.promo_codes', 'cascade');
