-- Tickets that the team took back without money: what they cost stays with the organizer.
create table ordering.ticket_cancellations (
  id uuid primary key,                        -- of the ticket: once for each
  order_id uuid not null,
  hold_id uuid not null,
  event_id uuid not null,
  organization_id uuid not null,
  kept bigint not null check (kept >= 0),
  reason text not null,
  cancelled_by uuid,
  at timestamptz not null
);
create index on ordering.ticket_cancellations (order_id);
call platform.protect('ordering.ticket_cancellations', 'select, insert');
call platform.tenant_policy('ordering.ticket_cancellations', 'event_id');
call ordering.within_order('ordering.ticket_cancellations');
create policy bearer on ordering.ticket_cancellations for select
  using (exists (select from ordering.orders o where o.id = order_id));
