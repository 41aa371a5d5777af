create schema integration;
grant usage on schema integration to marquee_app;

-- A run of the event importer, with its rows while it waits, and its result.
create table integration.imports (
  id uuid primary key,
  organization_id uuid not null references organization.organizations on delete cascade,
  created_by uuid not null,
  created_at timestamptz not null,
  file_name text not null,
  format text not null check (format in ('ndjson', 'csv')),
  body text not null,
  mapping jsonb not null,
  time_zone text not null,
  state text not null check (state in ('draft', 'queued', 'running', 'done')),
  rows_total int not null default 0,
  rows_done int not null default 0,
  groups_done int not null default 0,         -- distinct events that are through: where a job that died goes on
  created int not null default 0,
  updated int not null default 0,
  unchanged int not null default 0,
  merged int not null default 0,
  rejected jsonb not null default '[]',
  finished_at timestamptz
);
create index on integration.imports (organization_id, id);
call platform.protect('integration.imports');
call platform.tenant_policy('integration.imports');
