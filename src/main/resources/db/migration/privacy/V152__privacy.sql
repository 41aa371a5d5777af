create schema privacy;
grant usage on schema privacy to marquee_app;

-- Mailed to an address: whoever opens it reads that address's mail.
create table privacy.proofs (
  token_hash bytea primary key,
  email text not null,
  locale text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
-- All that is kept about somebody, for a while.
create table privacy.exports (
  id uuid primary key,
  person_id uuid,                      -- null: somebody without an account
  email text not null,
  locale text not null,
  state text not null check (state in ('preparing', 'ready')),
  archive bytea,
  token_hash bytea unique,             -- of the mailed link
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index on privacy.exports (email);
create table privacy.erasures (
  id uuid primary key,
  person_id uuid,
  email text not null,                 -- nobody's once it is done
  locale text not null,
  state text not null check (state in ('waiting', 'called_off', 'done')),
  asked_by uuid,                       -- an administrator, where it was not the person
  created_at timestamptz not null,
  due_at timestamptz not null,
  ended_at timestamptz
);
create unique index on privacy.erasures (email) where state = 'waiting';
create index on privacy.erasures (due_at) where state = 'waiting';

call platform.protect('privacy.proofs');
call platform.protect('privacy.exports');
call platform.protect('privacy.erasures');
create policy system on privacy.proofs using ((select platform.everything()));
create policy system on privacy.exports using ((select platform.everything()));
create policy system on privacy.erasures using ((select platform.everything()));
