call event.within_tenant('waitingroom.rooms', 'cascade');

-- What belongs to a room names the room's own event and organization.
alter table waitingroom.rooms add constraint of_one_tenant unique (event_id, organization_id);
alter table waitingroom.calls drop constraint calls_event_id_fkey, add constraint within_room
  foreign key (event_id, organization_id) references waitingroom.rooms (event_id, organization_id) on delete cascade;
alter table waitingroom.uses drop constraint uses_event_id_fkey, add constraint within_room
  foreign key (event_id, organization_id) references waitingroom.rooms (event_id, organization_id) on delete cascade;
alter table waitingroom.addresses drop constraint addresses_event_id_fkey, add constraint within_room
  foreign key (event_id, organization_id) references waitingroom.rooms (event_id, organization_id) on delete cascade;
