-- Under every module: events that are to be delivered and jobs that are to be run. Both are rows of the transaction that causes them.
-- (Flyway makes the schema: its own history lives there.)
grant usage on schema platform to marquee_app;

-- Spring Modulith's publication registry: a row per listener until that listener is done
create table platform.event_publication (
  id uuid primary key,
  listener_id text not null,
  event_type text not null,
  serialized_event text not null,
  publication_date timestamptz not null,
  completion_date timestamptz,
  status text,
  completion_attempts int,
  last_resubmission_date timestamptz
);
create index on platform.event_publication using hash (serialized_event);
create index on platform.event_publication (completion_date);
grant select, insert, update, delete on platform.event_publication to marquee_app;

-- db-scheduler's jobs
create table platform.scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index on platform.scheduled_tasks (execution_time);
create index on platform.scheduled_tasks (last_heartbeat);
create index on platform.scheduled_tasks (priority desc, execution_time);
grant select, insert, update, delete on platform.scheduled_tasks to marquee_app;
