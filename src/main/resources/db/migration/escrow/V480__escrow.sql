create schema escrow;
grant usage on schema escrow to marquee_app;

-- What an event's team decided about its stakes; none: the usual.
create table escrow.terms (
  event_id uuid primary key,
  organization_id uuid not null,
  delay_hours int not null check (delay_hours between 0 and 720),   -- after the end, until no-shows are settled
  forgive_days int not null check (forgive_days between 0 and 365)  -- after that, how long a lost stake can be given back
);
-- One for each event that ended with stakes.
create table escrow.settlements (
  event_id uuid primary key,
  organization_id uuid not null,
  ended_at timestamptz not null,
  due_at timestamptz not null,
  done_at timestamptz
);
create index on escrow.settlements (due_at) where done_at is null;
-- The money that was paid for one ticket and goes back to whoever comes with it.
create table escrow.stakes (
  ticket_id uuid primary key,
  ticket_type_id uuid not null,
  order_id uuid not null,
  event_id uuid not null,
  organization_id uuid not null,
  amount bigint not null check (amount > 0),
  currency text not null,
  state text not null check (state in ('held', 'returning', 'returned', 'forfeited', 'forgiven')),
  due_at timestamptz,                         -- when it goes back, while it is returning
  created_at timestamptz not null,
  decided_at timestamptz,
  check ((state = 'returning') = (due_at is not null)),
  check ((state in ('returned', 'forfeited', 'forgiven')) = (decided_at is not null))
);
create index on escrow.stakes (event_id, ticket_id);
create index on escrow.stakes (order_id);
create index on escrow.stakes (due_at) where state = 'returning';

call platform.protect('escrow.terms');
call platform.protect('escrow.settlements', 'select, insert, update');
call platform.protect('escrow.stakes', 'select, insert, update');
call platform.tenant_policy('escrow.terms', 'event_id');
call platform.tenant_policy('escrow.settlements', 'event_id');
call platform.tenant_policy('escrow.stakes', 'event_id');
create policy bearer on escrow.stakes for select
  using (exists (select from ordering.orders o where o.id = order_id));
call event.within_tenant('escrow.terms', 'cascade');
call event.within_tenant('escrow.settlements', 'cascade');
call ordering.within_order('escrow.stakes');
