-- A seller's key says which sale it was sent for, and goes after a day: so long the API promises the first one's answer.
alter table ordering.counter_keys
  add request bytea,                          -- a digest of the sale; null where the key was kept before there was one
  add at timestamptz not null default now();
alter table ordering.counter_keys alter at drop default;
create index on ordering.counter_keys (at);
grant update, delete on ordering.counter_keys to marquee_app;
