create schema wallet;
grant usage on schema wallet to marquee_app;

-- Passes that people took. One of a ticket as somebody held it: whoever it was passed on to has another one.
create table wallet.passes (
  ticket_id uuid not null references ticketing.tickets on delete cascade,
  serial int not null,
  event_id uuid not null,
  organization_id uuid not null,
  locale text not null,
  apple boolean not null,
  google boolean not null,
  changed_at timestamptz not null,            -- when what it says changed last, in whole milliseconds
  told boolean not null,                      -- whether phones know of that
  primary key (ticket_id, serial)
);
create index on wallet.passes (event_id);
create index on wallet.passes (changed_at) where not told;

-- Phones that keep an Apple pass, and how each is told to fetch it again.
create table wallet.registrations (
  device text not null check (length(device) between 1 and 200),
  ticket_id uuid not null,
  serial int not null,
  event_id uuid not null,
  organization_id uuid not null,
  push_token text not null check (length(push_token) between 1 and 500),
  primary key (device, ticket_id, serial),
  foreign key (ticket_id, serial) references wallet.passes on delete cascade
);
create index on wallet.registrations (ticket_id, serial);

-- Events with passes, and how they and their tickets were when they were last looked at.
create table wallet.watched (
  event_id uuid primary key,
  organization_id uuid not null,
  fingerprint text not null,
  cursor bigint not null,
  until timestamptz not null
);

call platform.protect('wallet.passes');
call platform.protect('wallet.registrations');
call platform.protect('wallet.watched');
call platform.tenant_policy('wallet.passes', 'event_id');
call platform.tenant_policy('wallet.registrations', 'event_id');
call platform.tenant_policy('wallet.watched', 'event_id');
call event.within_tenant('wallet.passes', 'cascade');
call event.within_tenant('wallet.registrations', 'cascade');
call event.within_tenant('wallet.watched', 'cascade');
