-- Goes up with every edit, not with a tick: whoever saves second is told.
alter table planning.tasks add column version int not null default 0;
