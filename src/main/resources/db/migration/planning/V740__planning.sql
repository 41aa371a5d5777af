create schema planning;
grant usage on schema planning to marquee_app;

-- What is to be done for an event.
create table planning.tasks (
  id uuid primary key,
  event_id uuid not null,
  organization_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  note text not null default '' check (length(note) <= 2000),
  phase text not null check (phase in ('plan', 'prepare', 'promote', 'run', 'after')),
  owner_id uuid,                              -- the person whose it is; null: the team's
  due_days int check (due_days between -1000 and 1000),             -- from the event's first day on: it moves with it
  due_at timestamptz,                         -- the end of that day, kept in step by the module
  done_at timestamptz,
  done_by uuid,
  told_at timestamptz,                        -- when somebody was last told that it is overdue
  created_at timestamptz not null,
  check ((due_days is null) = (due_at is null)),
  check (done_by is null or done_at is not null)
);
create index on planning.tasks (event_id);
create index on planning.tasks (due_at) where done_at is null;

-- Checklists of an organization's own.
create table planning.templates (
  id uuid primary key,
  organization_id uuid not null references organization.organizations,
  name text not null check (length(name) between 1 and 120),
  type text,                                  -- of event that it is for; null: any
  created_at timestamptz not null,
  unique (id, organization_id)
);
create index on planning.templates (organization_id);
create table planning.template_tasks (
  template_id uuid not null,
  position int not null,
  organization_id uuid not null,
  title text not null,
  note text not null,
  phase text not null,
  due_days int,
  primary key (template_id, position),
  foreign key (template_id, organization_id) references planning.templates (id, organization_id) on delete cascade
);

-- What an event has reached, once each.
create table planning.milestones (
  event_id uuid not null,
  organization_id uuid not null,
  kind text not null check (kind in ('first_sale', 'half_sold', 'sold_out')),
  reached_at timestamptz not null,
  primary key (event_id, kind)
);

call platform.protect('planning.tasks');
call platform.protect('planning.templates');
call platform.protect('planning.template_tasks');
call platform.protect('planning.milestones', 'select, insert');
call platform.tenant_policy('planning.tasks', 'event_id');
call platform.tenant_policy('planning.templates');
call platform.tenant_policy('planning.template_tasks');
call platform.tenant_policy('planning.milestones', 'event_id');
call event.within_tenant('planning.tasks', 'cascade');
call event.within_tenant('planning.milestones', 'cascade');
