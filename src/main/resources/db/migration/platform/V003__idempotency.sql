-- Answers to writes that carried an Idempotency-Key, so that a repeated request gets the same answer.
create table platform.idempotency_keys (
  scope bytea not null,                -- SHA-256 of who asked
  key text not null check (length(key) between 1 and 255),
  request bytea not null,              -- SHA-256 of method, path and body
  started_at timestamptz not null,
  status int,                          -- null while the first request is under way
  content_type text,
  location text,
  body bytea,
  primary key (scope, key)
);
create index on platform.idempotency_keys (started_at);
call platform.protect('platform.idempotency_keys');
create policy system on platform.idempotency_keys using ((select platform.everything()));
