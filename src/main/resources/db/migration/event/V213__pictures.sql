-- Pictures of an event beside its cover, in their order.
create table event.pictures (
  id uuid primary key,                        -- the image's
  event_id uuid not null,
  organization_id uuid not null,
  position int not null,
  alt text not null check (length(alt) between 1 and 300),
  width int not null,
  height int not null,
  added_at timestamptz not null
);
create index on event.pictures (event_id, position);
call platform.protect('event.pictures');
call platform.tenant_policy('event.pictures', 'event_id');
call event.within_tenant('event.pictures', 'cascade');
-- As visible as the event is.
create policy visible on event.pictures for select using (exists (select from event.events e where e.id = event_id));
