create schema ticketing;
grant usage on schema ticketing to marquee_app;

create table ticketing.ticket_types (
  id uuid primary key,
  event_id uuid not null references event.events on delete cascade,
  organization_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  description text not null default '',
  price_amount bigint not null check (price_amount >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  max_per_order int not null default 10 check (max_per_order between 1 and 100),
  max_per_person int check (max_per_person > 0),
  sale_starts_at timestamptz,
  sale_ends_at timestamptz,
  hidden boolean not null default false,
  unlock_key text not null,                   -- part of the link that shows a hidden type
  position int not null default 0,
  created_at timestamptz not null,
  archived_at timestamptz,                    -- off sale for good; sold tickets keep it
  check (sale_ends_at is null or sale_starts_at is null or sale_ends_at > sale_starts_at)
);
create index on ticketing.ticket_types (event_id, position);

-- A counter of stock. The check is what makes overselling impossible.
create table ticketing.quotas (
  id uuid primary key,
  event_id uuid not null references event.events on delete cascade,
  organization_id uuid not null,
  size int not null check (size >= 0),
  held int not null default 0 check (held >= 0),
  sold int not null default 0 check (sold >= 0),
  shared boolean not null default false,      -- the event's capacity, on which all its types draw
  check (held + sold <= size)
) with (fillfactor = 50);                     -- room for the next version of a hot row beside the last
create unique index on ticketing.quotas (event_id) where shared;
create index on ticketing.quotas (event_id);
-- A ticket type draws on each of these quotas.
create table ticketing.draws (
  ticket_type_id uuid not null references ticketing.ticket_types on delete cascade,
  quota_id uuid not null references ticketing.quotas on delete cascade,
  organization_id uuid not null,
  primary key (ticket_type_id, quota_id)
);
create index on ticketing.draws (quota_id);

create table ticketing.holds (
  id uuid primary key,
  event_id uuid not null references event.events on delete cascade,
  organization_id uuid not null,
  state text not null check (state in ('active', 'consumed', 'released', 'expired')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  buyer text,                                 -- normalised email address: whose limits it counts against
  settled_at timestamptz                      -- when a consumed hold's stock went from held to sold
);
create index on ticketing.holds (event_id, expires_at) where state = 'active';
create index on ticketing.holds (expires_at) where state = 'active';
create index on ticketing.holds (event_id) where state = 'consumed' and settled_at is null;
create table ticketing.hold_lines (
  hold_id uuid not null references ticketing.holds on delete cascade,
  ticket_type_id uuid not null references ticketing.ticket_types on delete cascade,
  organization_id uuid not null,
  position int not null,                      -- 1.. in the order of the cart
  name text not null,                         -- as it was when the hold was taken, like the price
  quantity int not null check (quantity > 0),
  price_amount bigint not null check (price_amount >= 0),
  currency text not null,
  primary key (hold_id, ticket_type_id)
);
create index on ticketing.hold_lines (ticket_type_id);

-- How many of a type one person has, held or sold; counted for every type, so that a limit that comes later is exact.
create table ticketing.takes (
  ticket_type_id uuid not null references ticketing.ticket_types on delete cascade,
  buyer text not null,                        -- normalised email address
  organization_id uuid not null,
  taken int not null check (taken >= 0),
  primary key (ticket_type_id, buyer)
);

create table ticketing.signing_keys (
  id int generated always as identity primary key,   -- four bytes in every code
  organization_id uuid not null,
  public_key bytea not null check (length(public_key) = 32),
  sealed_private_key bytea not null,          -- AES-GCM under the installation's secret
  created_at timestamptz not null,
  retired_at timestamptz                      -- signs no more; still verifies
);
create unique index on ticketing.signing_keys (organization_id) where retired_at is null;

create table ticketing.tickets (
  id uuid primary key,
  event_id uuid not null references event.events,
  organization_id uuid not null,
  ticket_type_id uuid not null references ticketing.ticket_types,
  order_id uuid not null,
  hold_id uuid not null,                      -- whose token opens it
  position int not null,                      -- 1.. within the order
  state text not null check (state in ('pending_approval', 'issued', 'staked', 'declined', 'checked_in', 'cancelled',
                                       'refunded', 'expired', 'forfeited')),
  serial int not null default 1 check (serial between 1 and 65535),
  key_id int not null references ticketing.signing_keys,
  signature bytea not null check (length(signature) = 64),
  short_code text not null,
  type_name text not null,                    -- as it was sold
  holder_name text not null,
  holder_email text not null,
  buyer_email text not null,
  price_amount bigint not null check (price_amount >= 0),
  currency text not null,
  created_at timestamptz not null,
  returned_at timestamptz,                    -- when its place went back on sale
  unique (order_id, position),                -- one order's tickets are issued once
  unique (event_id, short_code)
);
create index on ticketing.tickets (event_id, id);
create index on ticketing.tickets (event_id) where state = 'checked_in';   -- live counters
create index on ticketing.tickets (hold_id);
create index on ticketing.tickets (buyer_email);
create index on ticketing.tickets (holder_email);
create index on ticketing.tickets (ticket_type_id);

call platform.protect('ticketing.ticket_types');
call platform.protect('ticketing.quotas');
call platform.protect('ticketing.draws');
call platform.protect('ticketing.holds');
call platform.protect('ticketing.hold_lines');
call platform.protect('ticketing.takes');
call platform.protect('ticketing.signing_keys');
call platform.protect('ticketing.tickets');
call platform.tenant_policy('ticketing.ticket_types', 'event_id');
call platform.tenant_policy('ticketing.quotas', 'event_id');
call platform.tenant_policy('ticketing.draws');
call platform.tenant_policy('ticketing.holds', 'event_id');
call platform.tenant_policy('ticketing.hold_lines');
call platform.tenant_policy('ticketing.takes');
call platform.tenant_policy('ticketing.signing_keys');
call platform.tenant_policy('ticketing.tickets', 'event_id');
-- What is on sale is as visible as its event is.
create policy visible on ticketing.ticket_types for select
  using (exists (select from event.events e where e.id = event_id));
create policy visible on ticketing.quotas for select
  using (exists (select from event.events e where e.id = event_id));
create policy visible on ticketing.draws for select
  using (exists (select from ticketing.ticket_types t where t.id = ticket_type_id));
create policy bearer on ticketing.holds for select using (id = (select platform.capability()));
create policy bearer on ticketing.hold_lines for select using (hold_id = (select platform.capability()));
create policy bearer on ticketing.tickets for select using (hold_id = (select platform.capability()));
create policy buyer on ticketing.tickets for select
  using (buyer_email = (select platform.email()) or holder_email = (select platform.email()));
create policy door on ticketing.tickets for select using (event_id = any ((select platform.door())::uuid[]));
