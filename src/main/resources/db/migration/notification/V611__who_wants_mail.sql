-- What a letter is about; people choose by it.
alter table notification.mails add column topic text not null default 'purchases';
alter table notification.mails drop constraint mails_state_check;
alter table notification.mails add check (state in ('queued', 'outbox', 'withheld', 'sent', 'failed', 'bounced'));
create index on notification.mails (recipient, created_at desc);
create index on notification.mails (state, created_at desc) where state in ('failed', 'bounced', 'withheld');

-- Who is not written to and why: in the name of one organization, or of any where there is none; about one topic, or about all
-- that is optional. An address whose mail came back gets nothing but what it asks for itself.
create table notification.suppressions (
  id uuid primary key,
  organization_id uuid,
  email text not null,
  topic text,
  reason text not null check (reason in ('unsubscribed', 'complained', 'bounced', 'entered')),
  detail text not null default '',
  created_at timestamptz not null,
  unique nulls not distinct (email, organization_id, topic, reason)
);
create index on notification.suppressions (organization_id, id desc);
call platform.protect('notification.suppressions', 'select, insert, delete');
call platform.tenant_policy('notification.suppressions');

-- What an address chose to get, by topic and channel; whatever is not here is wanted.
create table notification.choices (
  email text not null,
  topic text not null,
  channel text not null,
  wanted boolean not null,
  changed_at timestamptz not null,
  primary key (email, topic, channel)
);
call platform.protect('notification.choices');
create policy system on notification.choices using ((select platform.everything()));
