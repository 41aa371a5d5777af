-- A copy of an event shows the same pictures.
alter table event.pictures drop constraint pictures_pkey;
alter table event.pictures add primary key (event_id, id);
