create schema notification;
grant usage on schema notification to marquee_app;

-- A mail to send or sent. One cause, one mail.
create table notification.mails (
  id uuid primary key,
  cause text not null unique,                 -- order_paid:<id>, sign_in:<id>, ...
  kind text not null,
  organization_id uuid,
  recipient text not null,
  locale text not null,
  subject text not null,
  html text not null,
  plain text not null,
  order_id uuid,                              -- whose tickets and calendar entry go with it, made when it is sent
  state text not null check (state in ('queued', 'outbox', 'sent', 'failed')),
  attempts int not null default 0,
  last_error text,
  created_at timestamptz not null,
  sent_at timestamptz
);
create index on notification.mails (created_at desc);
call platform.protect('notification.mails');
create policy system on notification.mails using ((select platform.everything()));
