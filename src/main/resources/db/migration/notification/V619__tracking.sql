-- Organizations that want to know whether their optional mail is opened; whoever is not here does not.
create table notification.tracking (
  organization_id uuid primary key,
  enabled boolean not null,
  person_id uuid not null,
  changed_at timestamptz not null
);
call platform.protect('notification.tracking');
call platform.tenant_policy('notification.tracking');

-- Addresses whose owners want nobody to know whether they open mail.
create table notification.untracked (
  email text primary key,
  created_at timestamptz not null
);
call platform.protect('notification.untracked', 'select, insert, delete');
create policy system on notification.untracked using ((select platform.everything()));

-- Where the button of a mail leads whose opening is told; null where it is not, and always for what is not optional.
alter table notification.mails add column tracked_to text;
alter table notification.mails add column opened_at timestamptz;
alter table notification.mails add column clicked_at timestamptz;
