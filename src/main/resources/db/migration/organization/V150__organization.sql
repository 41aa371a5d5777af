create schema organization;
grant usage on schema organization to marquee_app;

create table organization.organizations (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (length(name) between 1 and 120),
  description text not null default '',
  website text,
  logo uuid,
  hue smallint not null default 52 check (hue between 0 and 359),
  personal boolean not null default false,
  created_at timestamptz not null,
  created_by uuid not null
);
-- one each: it is made when its person first needs one
create unique index on organization.organizations (created_by) where personal;
create table organization.memberships (
  organization_id uuid not null references organization.organizations on delete cascade,
  person_id uuid not null,
  role text not null check (role in ('owner', 'admin', 'member', 'viewer')),
  since timestamptz not null,
  primary key (organization_id, person_id)
);
create index on organization.memberships (person_id);
create table organization.invitations (
  id uuid primary key,
  organization_id uuid not null references organization.organizations on delete cascade,
  email text not null,
  role text not null check (role in ('owner', 'admin', 'member', 'viewer')),
  token_hash bytea not null unique,    -- SHA-256 of the token in the mailed link
  invited_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz
);
create unique index on organization.invitations (organization_id, email) where accepted_at is null and revoked_at is null;

call platform.protect('organization.organizations');
call platform.protect('organization.memberships');
call platform.protect('organization.invitations');
-- What an organization says of itself is public.
create policy visible on organization.organizations for select using (true);
create policy tenant on organization.organizations for all
  using (id = any ((select platform.organizations())::uuid[]) or (select platform.everything()));
create policy tenant on organization.memberships
  using (organization_id = any ((select platform.organizations())::uuid[]) or person_id = (select platform.person())
         or (select platform.everything()))
  with check (organization_id = any ((select platform.organizations())::uuid[]) or (select platform.everything()));
call platform.tenant_policy('organization.invitations');
