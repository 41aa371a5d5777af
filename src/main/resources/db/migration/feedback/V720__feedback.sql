create schema feedback;
grant usage on schema feedback to marquee_app;

-- Somebody who was at an event is asked how it was; their answer stands in the same row.
create table feedback.requests (
  id uuid primary key,
  event_id uuid not null references event.events,
  organization_id uuid not null,
  about uuid not null,                        -- the order or ticket that brought them
  asked_at timestamptz not null,
  rating smallint check (rating between 1 and 5),
  comment text not null default '' check (length(comment) <= 2000),
  answered_at timestamptz,
  unique (event_id, about),
  check ((rating is null) = (answered_at is null))
);
create index on feedback.requests (organization_id, event_id);
create index on feedback.requests (event_id, id) where comment <> '';

call platform.protect('feedback.requests', 'select, insert, update');
call platform.tenant_policy('feedback.requests', 'event_id');
call event.within_tenant('feedback.requests', 'cascade');
