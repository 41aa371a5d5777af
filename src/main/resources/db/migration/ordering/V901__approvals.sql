-- Orders that are the buyer's only once the team has said yes. Until then they are pending, and their hold is kept for as long.
create table ordering.approvals (
  order_id uuid primary key,
  hold_id uuid not null,
  event_id uuid not null,
  organization_id uuid not null,
  state text not null check (state in ('requires_action', 'pending_approval', 'approved', 'declined', 'lapsed', 'withdrawn')),
  payment_id uuid,                            -- what its money is reserved by, or its card is kept by; null for a free order
  keeps boolean not null default false,       -- whether that payment keeps a card and reserves nothing
  asked_at timestamptz,                       -- since when the team is asked: all that it costs is reserved
  lapses_at timestamptz,
  decided_at timestamptz,
  decided_by uuid,
  unpaid_at timestamptz,                      -- approved, and what was reserved could not be taken
  note text not null default '',              -- of the team, to the buyer
  check (state = 'requires_action' or asked_at is not null and lapses_at is not null),
  check ((decided_at is null) = (state in ('requires_action', 'pending_approval'))),
  check (unpaid_at is null or state = 'approved')
);
create index on ordering.approvals (event_id, order_id);
create index on ordering.approvals (lapses_at) where state = 'pending_approval';
call platform.protect('ordering.approvals', 'select, insert, update');
call platform.tenant_policy('ordering.approvals', 'event_id');
call ordering.within_order('ordering.approvals');
create policy bearer on ordering.approvals for select
  using (exists (select from ordering.orders o where o.id = order_id));
