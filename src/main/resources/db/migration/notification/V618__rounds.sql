-- How often somebody asked for a mail to be sent anew: to a provider each time is another request.
alter table notification.mails add column round int not null default 0;
