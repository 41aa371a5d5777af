-- Orders whose tickets are still to be mailed: written with the order, gone when the mail is on its way.
create table notification.due_tickets (
  cause text primary key,                     -- of the mail
  order_id uuid not null,
  organization_id uuid not null,
  due_at timestamptz not null,
  attempts int not null default 0
);
create index on notification.due_tickets (due_at);
call platform.protect('notification.due_tickets');
create policy system on notification.due_tickets using ((select platform.everything()));
