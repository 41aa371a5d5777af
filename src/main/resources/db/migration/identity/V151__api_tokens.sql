-- Tokens that a person gives to programs: each may do a part of what the person may do.
create table identity.api_tokens (
  id uuid primary key,
  person_id uuid not null references identity.persons on delete cascade,
  name text not null check (length(name) between 1 and 80),
  token_hash bytea not null unique,    -- SHA-256 of the bearer token; the token itself is nowhere
  scopes text[] not null check (cardinality(scopes) > 0),
  created_at timestamptz not null,
  expires_at timestamptz,              -- null: until it is revoked
  last_used_at timestamptz,
  last_used_from text,
  revoked_at timestamptz
);
create index on identity.api_tokens (person_id);
call platform.protect('identity.api_tokens');
create policy self on identity.api_tokens
  using (person_id = (select platform.person()) or (select platform.everything()));
