-- Invitations that the team passes on itself, by a messenger.
alter table guest.guests
  drop constraint guests_mail_check,
  add constraint guests_mail_check check (mail in ('none', 'queued', 'sent', 'bounced', 'shared', 'opened', 'clicked'));
alter table guest.moments
  drop constraint moments_kind_check,
  add constraint moments_kind_check check (kind in ('note', 'sent', 'bounced', 'opened', 'clicked', 'reminded', 'muted', 'bought',
    'ticket_gone', 'imported', 'merged', 'tagged', 'untagged', 'shared'));
-- What nothing is found by is no term.
alter table guest.terms add constraint terms_term_check check (length(term) between 1 and 60);

-- Guests who look like one person, and are not: somebody has said so.
create table guest.distinctions (
  guest_id uuid not null,
  other_id uuid not null check (guest_id < other_id),
  event_id uuid not null,
  organization_id uuid not null,
  by uuid,
  at timestamptz not null,
  primary key (guest_id, other_id),
  foreign key (other_id, event_id, organization_id) references guest.guests (id, event_id, organization_id) on delete cascade
);
create index on guest.distinctions (other_id);
call platform.protect('guest.distinctions');
call platform.tenant_policy('guest.distinctions', 'event_id');
call guest.within_guest('guest.distinctions');
