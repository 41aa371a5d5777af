create schema audit;
grant usage on schema audit to marquee_app;

-- Every move of every state: who, when, why. Append-only: no update or delete is granted.
create table audit.transitions (
  id uuid primary key default uuidv7(),
  organization_id uuid not null,
  event_id uuid,
  subject text not null,               -- event, hold, order, payment, refund, ticket, ...
  subject_id uuid not null,
  from_state text,                     -- null: the thing was made
  to_state text not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id uuid,
  reason text
);
create index on audit.transitions (subject_id, at);
call platform.protect('audit.transitions', 'select, insert');
call platform.tenant_policy('audit.transitions', 'event_id');
