-- Goes up with every edit, as that of sessions: whoever saves second is told.
alter table programme.speakers add column version int not null default 0;
