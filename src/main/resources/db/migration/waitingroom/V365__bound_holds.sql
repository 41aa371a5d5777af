-- What was taken with a place that is bound to an address: its order must carry that address.
create table waitingroom.bound_holds (
  hold_id uuid primary key,                   -- known by its id only
  event_id uuid not null references waitingroom.rooms on delete cascade,
  round int not null,
  organization_id uuid not null,
  address bytea not null check (length(address) = 32)    -- as in waitingroom.addresses
);
create index on waitingroom.bound_holds (event_id, round);
create index on waitingroom.addresses (event_id, round, number);
call platform.protect('waitingroom.bound_holds');
call platform.tenant_policy('waitingroom.bound_holds', 'event_id');
call event.within_tenant('waitingroom.bound_holds', 'cascade');
