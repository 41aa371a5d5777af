-- Whose answers are shown to whoever scans the ticket.
alter table registration.questions add column at_door boolean not null default false;
