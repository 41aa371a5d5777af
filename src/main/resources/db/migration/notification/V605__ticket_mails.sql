-- A mail that brings one ticket: it goes with it as long as its code is the one of this serial.
alter table notification.mails add column ticket_id uuid;
alter table notification.mails add column ticket_serial int;
alter table notification.mails add check ((ticket_id is null) = (ticket_serial is null));
