create schema conversation;
grant usage on schema conversation to marquee_app;

-- What the team writes to many guests at once. Copies are handed over in the order of the guests' ids, batch by batch: the last of
-- them stands here, in the transaction that handed its batch over.
create table conversation.blasts (
  id uuid primary key,
  event_id uuid not null,
  organization_id uuid not null,
  state text not null check (state in ('scheduled', 'sending', 'sent', 'cancelled')),
  subject text not null check (length(subject) between 1 and 150),
  body text not null check (length(body) <= 10000),
  segment text not null check (length(segment) <= 200), -- going, ticket_type:<id>, tag:<word>
  by_email boolean not null,
  in_app boolean not null,
  created_by uuid,
  created_at timestamptz not null,
  send_at timestamptz not null,
  done_at timestamptz,
  reached uuid,
  guests int not null default 0,
  mailed int not null default 0,
  told int not null default 0,
  nobody int not null default 0,
  check (by_email or in_app),
  check ((done_at is not null) = (state in ('sent', 'cancelled')))
);
create index on conversation.blasts (event_id, id desc);

call platform.protect('conversation.blasts');
call platform.tenant_policy('conversation.blasts', 'event_id');
call event.within_tenant('conversation.blasts', 'cascade');
-- Whoever got it has its link.
create policy bearer on conversation.blasts for select using (id = (select platform.capability()));
