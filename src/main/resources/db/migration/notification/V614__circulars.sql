-- One letter to many: what became of its copies is counted together.
alter table notification.mails add column circular uuid;
create index on notification.mails (circular, state) where circular is not null;
