-- What an event's tickets may do on their way from one person to another. No row: they may, until the event starts.
create table ticketing.transfer_rules (
  event_id uuid primary key references event.events on delete cascade,
  organization_id uuid not null,
  allowed boolean not null default true,
  until timestamptz                           -- null: the event's start
);

-- One ticket on its way to somebody else. Its id is a capability: the mailed link opens the offer, and the ticket once
-- it was accepted, for as long as nobody else has it.
create table ticketing.transfers (
  id uuid primary key,
  ticket_id uuid not null references ticketing.tickets,
  event_id uuid not null references event.events,
  organization_id uuid not null,
  kind text not null check (kind in ('transfer', 'reassignment')),
  state text not null check (state in ('offered', 'accepted', 'declined', 'withdrawn', 'expired', 'lapsed')),
  type_name text not null,                    -- of the ticket, for whoever may not see it yet
  serial int not null,                        -- of the code that ends with it
  short_code text not null,                   -- the same for typing: the door knows it as given away
  giver uuid not null,                        -- whose capability the ticket was: a hold's, or an earlier transfer's
  from_name text not null,
  from_email text not null,
  buyer_email text,                           -- where the ticket still was its order's: the buyer sees what becomes of it
  to_name text,                               -- as the new holder says it
  to_email text not null,
  locale text not null,                       -- of the giver; the recipient is written to in it until they show theirs
  to_locale text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  decided_at timestamptz,
  check ((state = 'offered') = (decided_at is null)),
  check (state <> 'accepted' or to_name is not null)
);
create unique index on ticketing.transfers (ticket_id) where state = 'offered';   -- to one person at a time
create unique index on ticketing.transfers (ticket_id, serial) where state = 'accepted';   -- a code is given away once
create index on ticketing.transfers (ticket_id, created_at);
create index on ticketing.transfers (expires_at) where state = 'offered';
create index on ticketing.transfers (event_id, short_code) where state = 'accepted';

-- The transfer that brought a ticket to its holder; null while it is its order's.
alter table ticketing.tickets add column held_by uuid;
create unique index on ticketing.tickets (held_by) where held_by is not null;

call platform.protect('ticketing.transfer_rules');
call platform.protect('ticketing.transfers', 'select, insert, update');
call platform.tenant_policy('ticketing.transfer_rules', 'event_id');
call platform.tenant_policy('ticketing.transfers', 'event_id');
create policy bearer on ticketing.transfers for select
  using (id = (select platform.capability()) or giver = (select platform.capability()));
create policy party on ticketing.transfers for select
  using ((select platform.email()) in (from_email, to_email, buyer_email));
create policy receiver on ticketing.tickets for select using (held_by = (select platform.capability()));
