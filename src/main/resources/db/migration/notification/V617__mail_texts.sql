-- What an organization says in the place of our own words, of one kind of mail in one language. The latest version counts;
-- a part that is null is ours. A version is never changed: going back to an earlier one, or to ours, makes another.
create table notification.mail_texts (
  id uuid primary key,
  organization_id uuid not null,
  kind text not null,
  locale text not null,
  version int not null,
  subject text,
  heading text,
  body text,
  button text,
  person_id uuid not null,
  created_at timestamptz not null,
  unique (organization_id, kind, locale, version)
);
call platform.protect('notification.mail_texts', 'select, insert');
call platform.tenant_policy('notification.mail_texts');
