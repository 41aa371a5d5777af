create schema identity;
grant usage on schema identity to marquee_app;

create table identity.persons (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  email_verified_at timestamptz,
  password_hash text,                  -- null: signs in by mailed links alone
  created_at timestamptz not null,
  disabled_at timestamptz
);
create table identity.profiles (
  person_id uuid primary key references identity.persons on delete cascade,
  name text not null check (length(name) between 1 and 120),
  avatar uuid,
  company text,
  phone text,
  locale text not null default 'en',
  time_zone text not null default 'UTC'
);
-- Never on the profile. Everybody is an attendee; the rows say what more they are.
create table identity.platform_roles (
  person_id uuid not null references identity.persons on delete cascade,
  role text not null check (role in ('organizer', 'admin')),
  granted_at timestamptz not null,
  granted_by uuid,
  primary key (person_id, role)
);
create table identity.sessions (
  id uuid primary key,
  person_id uuid not null references identity.persons on delete cascade,
  kind text not null check (kind in ('web', 'api')),
  token_hash bytea not null unique,    -- SHA-256 of the bearer token; the token itself is nowhere
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  address text,
  user_agent text
);
create index on identity.sessions (person_id);
-- Mailed once, used once: verification, magic link, password reset, the first administrator.
create table identity.one_time_tokens (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('verify', 'sign_in', 'reset', 'setup')),
  person_id uuid references identity.persons on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index on identity.one_time_tokens (person_id);

call platform.protect('identity.persons');
call platform.protect('identity.profiles');
call platform.protect('identity.platform_roles');
call platform.protect('identity.sessions');
call platform.protect('identity.one_time_tokens');
create policy self on identity.persons
  using (id = (select platform.person()) or (select platform.everything()));
create policy self on identity.profiles
  using (person_id = (select platform.person()) or (select platform.everything()));
create policy self on identity.sessions
  using (person_id = (select platform.person()) or (select platform.everything()));
create policy read_own on identity.platform_roles for select
  using (person_id = (select platform.person()) or (select platform.everything()));
create policy system_writes on identity.platform_roles for all using ((select platform.everything()));
create policy system on identity.one_time_tokens using ((select platform.everything()));
