-- Where an organization wants to hear of what happens. The secret is not here: it follows from the installation's own.
create table integration.webhook_endpoints (
  id uuid primary key,
  organization_id uuid not null references organization.organizations on delete cascade,
  url text not null,
  event_types text[] not null,
  created_at timestamptz not null,
  failing_since timestamptz,
  disabled_at timestamptz
);
create index on integration.webhook_endpoints (organization_id);
call platform.protect('integration.webhook_endpoints');
call platform.tenant_policy('integration.webhook_endpoints');

-- One message of one cause to one endpoint, written in the transaction that did it.
create table integration.webhook_deliveries (
  id uuid primary key,
  endpoint_id uuid not null references integration.webhook_endpoints on delete cascade,
  organization_id uuid not null references organization.organizations on delete cascade,
  event_type text not null,
  cause text not null,
  body text not null,
  state text not null check (state in ('waiting', 'delivered', 'failed')),
  attempts int not null default 0,
  due_at timestamptz not null,
  created_at timestamptz not null,
  tried_at timestamptz,
  status int,                                  -- of the last answer; null where there was none
  answer text,                                 -- its first letters, or why there was none
  unique (endpoint_id, cause)
);
create index on integration.webhook_deliveries (due_at) where state = 'waiting';
create index on integration.webhook_deliveries (endpoint_id, created_at desc, id desc);
call platform.protect('integration.webhook_deliveries');
call platform.tenant_policy('integration.webhook_deliveries');
