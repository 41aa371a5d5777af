create schema invoicing;
grant usage on schema invoicing to marquee_app;

-- Who sells, as it stands on documents from now on.
create table invoicing.sellers (
  organization_id uuid primary key references organization.organizations on delete cascade,
  legal_name text not null,
  address text not null,
  country text not null,
  tax_id text not null,
  prefix text not null,
  footer text not null,
  time_zone text not null,                    -- whose calendar says which day and year it is
  wait_days int not null check (wait_days between 0 and 30),
  said_at timestamptz not null
);

-- Documents that are still to be made: written with the sale or the refund, gone with the document.
create table invoicing.due (
  id uuid primary key,
  what text not null check (what in ('receipt', 'invoice', 'returns', 'correction')),
  order_id uuid not null,
  event_id uuid not null,
  organization_id uuid not null,
  due_at timestamptz not null,                -- infinity: until the organization says who it is
  asked boolean not null default false,       -- the buyer wants it now
  attempts int not null default 0
);
create index on invoicing.due (due_at);
create index on invoicing.due (order_id);
create unique index on invoicing.due (order_id) where what = 'invoice';

-- A number stands on the one before it: there is no gap, and none can be made. Nothing is changed or deleted.
create table invoicing.documents (
  id uuid primary key,
  kind text not null check (kind in ('receipt', 'invoice', 'credit_note')),
  year int not null,
  number int not null check (number > 0),
  before int check (before is not distinct from nullif(number - 1, 0)),
  label text not null,                        -- as it is printed
  cause text not null unique,                 -- one document for each
  refers_to uuid references invoicing.documents,
  order_id uuid not null,
  hold_id uuid not null,
  event_id uuid not null,
  organization_id uuid not null,
  currency text not null,
  total_amount bigint not null check (total_amount > 0),
  tax_amount bigint not null check (tax_amount >= 0),
  issued_at timestamptz not null,
  sheet jsonb not null,                       -- all that it says
  unique (organization_id, kind, year, number),
  unique (organization_id, label),
  foreign key (organization_id, kind, year, before) references invoicing.documents (organization_id, kind, year, number),
  check ((kind = 'credit_note') = (refers_to is not null))
);
create index on invoicing.documents (order_id);
create index on invoicing.documents (organization_id, id);

call platform.protect('invoicing.sellers', 'select, insert, update');
call platform.protect('invoicing.due');
call platform.protect('invoicing.documents', 'select, insert');
call platform.tenant_policy('invoicing.sellers');
call platform.tenant_policy('invoicing.due', 'event_id');
call platform.tenant_policy('invoicing.documents', 'event_id');
call ordering.within_order('invoicing.due');
call ordering.within_order('invoicing.documents');
create policy bearer on invoicing.documents for select
  using (exists (select from ordering.orders o where o.id = order_id));
