-- A type that is sold only to whom the team says yes: money and tickets wait for that.
alter table ticketing.ticket_types add column approval boolean not null default false;
