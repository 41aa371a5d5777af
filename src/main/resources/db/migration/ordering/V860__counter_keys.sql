-- What is held for a sale at the box office, by the key that its seller sends with it: whoever asks again, because an answer was lost,
-- sells the same hold, which is sold once.
create table ordering.counter_keys (
  event_id uuid not null,
  organization_id uuid not null,
  seller uuid not null,                       -- a person, or a device
  key text not null check (length(key) between 1 and 255),
  hold_id uuid not null unique references ticketing.holds on delete cascade,
  primary key (event_id, seller, key)
);
call platform.protect('ordering.counter_keys', 'select, insert');
call platform.tenant_policy('ordering.counter_keys', 'event_id');
call event.within_tenant('ordering.counter_keys', 'cascade');
