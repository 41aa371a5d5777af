-- Who did what to which thing, when and from where, with what changed. Triggers write it, so that no command can forget to:
-- each module says in its own R__…_audit.sql which of its tables are watched. Nobody is granted an insert.
create table audit.entries (
  id uuid primary key default uuidv7(),
  organization_id uuid,                -- null: the platform's, or a person's own
  event_id uuid,
  subject text not null,               -- event, ticket_type, member, profile, …
  subject_id uuid not null,
  action text not null check (action in ('made', 'changed', 'removed')),
  at timestamptz not null default clock_timestamp(),
  actor_kind text not null,
  actor_id uuid,
  request text,                        -- the id that the log bears
  origin uuid,                         -- of the network address, in audit.personal
  -- {"title": ["before", "after"]}; what is somebody's own stands there as {"ref": …, "sum": …}
  diff jsonb not null,
  chain uuid not null,                 -- the organization's id; zeros for what is no organization's
  seal int                             -- null until the job came by
);
create index on audit.entries (organization_id, id);
create index on audit.entries (event_id, id);
create index on audit.entries (subject_id, id);
create index on audit.entries (actor_id, id);
create index on audit.entries (chain, id) where seal is null;
call platform.protect('audit.entries', 'select');
grant update (seal) on audit.entries to marquee_app;
create policy tenant on audit.entries
  using (organization_id = any ((select platform.organizations())::uuid[])
         or event_id = any ((select platform.events())::uuid[])
         or organization_id is null and (subject_id = (select platform.person()) or actor_id = (select platform.person()))
         or (select platform.everything()));

-- What is somebody's own, apart: with the row goes the value, and what is left of it in the entry is a sum over it and a salt.
create table audit.personal (
  id uuid primary key,
  organization_id uuid,
  event_id uuid,
  person_id uuid,                      -- whose it is, where that is known
  salt uuid not null,
  value text not null
);
create index on audit.personal (person_id);
create index on audit.personal (value);
call platform.protect('audit.personal', 'select, delete');
create policy tenant on audit.personal for select
  using (organization_id = any ((select platform.organizations())::uuid[])
         or event_id = any ((select platform.events())::uuid[])
         or person_id = (select platform.person()) or (select platform.everything()));
create policy erasure on audit.personal for all using ((select platform.everything()));

-- Each says what a batch of entries and moves was, and what stood before it. The key of the sum is not in the database.
create table audit.seals (
  chain uuid not null,                 -- the organization's id; zeros for what is no organization's
  number int not null check (number > 0),
  entries int not null check (entries > 0),
  hash bytea not null,
  sealed_at timestamptz not null,
  primary key (chain, number)
);
call platform.protect('audit.seals', 'select, insert');
create policy tenant on audit.seals
  using (chain = any ((select platform.organizations())::uuid[]) or (select platform.everything()))
  with check ((select platform.everything()));

alter table audit.transitions add column seal int;
create index on audit.transitions (organization_id, id);
create index on audit.transitions (organization_id) where seal is null;
grant update (seal) on audit.transitions to marquee_app;

create function audit.sealed_once() returns trigger language plpgsql as $$
begin
  raise exception 'what is sealed stays as it is' using errcode = '42501';
end $$;
create trigger sealed_once before update on audit.entries for each row when (old.seal is not null)
  execute function audit.sealed_once();
create trigger sealed_once before update on audit.transitions for each row when (old.seal is not null)
  execute function audit.sealed_once();

-- Entries and moves as what the seals are made of.
create view audit.leaves with (security_invoker = true) as
  select id, chain, seal, sha256(convert_to(jsonb_build_array(id, organization_id, event_id, subject, subject_id, action,
           to_char(at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), actor_kind, actor_id, request, origin, diff)::text, 'UTF8')) sum
    from audit.entries
  union all
  select id, organization_id, seal, sha256(convert_to(jsonb_build_array(id, organization_id, event_id, subject, subject_id,
           from_state, to_state, to_char(at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), actor_kind, actor_id, reason)::text, 'UTF8'))
    from audit.transitions;
grant select on audit.leaves to marquee_app;

-- The same as people read it.
create view audit.trail with (security_invoker = true) as
  select id, organization_id, event_id, subject, subject_id, action, at, actor_kind, actor_id, request, origin, diff, null::text reason
    from audit.entries
  union all
  select id, organization_id, event_id, subject, subject_id, 'moved', at, actor_kind, actor_id, null, null,
         jsonb_build_object('state', jsonb_build_array(from_state, to_state)), reason
    from audit.transitions;
grant select on audit.trail to marquee_app;

-- The triggers write as whoever owns them; nobody else may.
create policy triggers on audit.entries for insert to current_user with check (true);
create policy triggers on audit.personal for insert to current_user with check (true);

-- Puts a value apart and returns what stands for it. While somebody is erased, what was theirs is not written down again.
create function audit.apart(value text, organization uuid, event uuid, person uuid) returns jsonb
language plpgsql security definer set search_path = pg_catalog as $$
declare
  ref uuid := uuidv7();
  salt uuid := gen_random_uuid();
begin
  if value is null then return 'null'; end if;
  if coalesce(current_setting('marquee.erasing', true), '') = 'on' then return '{"ref": null}'; end if;
  insert into audit.personal values (ref, organization, event, person, salt, value);
  return jsonb_build_object('ref', ref, 'sum', encode(sha256(convert_to(salt || value, 'UTF8')), 'hex'));
end $$;
revoke all on function audit.apart from public;

-- Arguments: what the thing is called; its columns of id, organization, event and person ('' for none); columns that say
-- nothing; those that are somebody's own; those that are secret.
create function audit.note() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  before jsonb := case when tg_op = 'INSERT' then '{}'::jsonb else to_jsonb(old) end;
  after jsonb := case when tg_op = 'DELETE' then '{}'::jsonb else to_jsonb(new) end;
  line jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  said text[] := string_to_array(coalesce(current_setting('marquee.trail', true), ''), '|');
  organization uuid := case when tg_argv[2] = '' then null else (line ->> tg_argv[2])::uuid end;
  event uuid := case when tg_argv[3] = '' then null else (line ->> tg_argv[3])::uuid end;
  person uuid := case when tg_argv[4] = '' then null else (line ->> tg_argv[4])::uuid end;
  actor uuid := nullif(said[2], '')::uuid;
  diff jsonb := '{}';
  origin jsonb;
  field text;
begin
  for field in select jsonb_object_keys(before || after) loop
    continue when field = any (string_to_array(tg_argv[5], ','))
      or coalesce(before -> field, 'null') = coalesce(after -> field, 'null');
    diff := diff || jsonb_build_object(field, case
      when field = any (string_to_array(tg_argv[7], ',')) then jsonb_build_array(
        case when before ->> field is null then null else '•••' end, case when after ->> field is null then null else '•••' end)
      when field = any (string_to_array(tg_argv[6], ',')) then jsonb_build_array(
        audit.apart(before ->> field, organization, event, person), audit.apart(after ->> field, organization, event, person))
      else jsonb_build_array(coalesce(before -> field, 'null'), coalesce(after -> field, 'null')) end);
  end loop;
  if diff = '{}' then return null; end if;
  origin := audit.apart(nullif(said[4], ''), organization, event, actor);
  insert into audit.entries
    (organization_id, event_id, chain, subject, subject_id, action, actor_kind, actor_id, request, origin, diff)
  values (organization, event, coalesce(organization, '00000000-0000-0000-0000-000000000000'), tg_argv[0], (line ->> tg_argv[1])::uuid,
          case tg_op when 'INSERT' then 'made' when 'DELETE' then 'removed' else 'changed' end,
          coalesce(nullif(said[1], ''), 'system'), actor, nullif(said[3], ''), (origin ->> 'ref')::uuid, diff);
  return null;
end $$;
revoke all on function audit.note from public;

-- Watches a table. "moments" may leave some out, or name columns: counters on the way of a sale cost it nothing then.
create procedure audit.watch(target regclass, subject text, id text, organization text, event text, person text,
  silent text default '', personal text default '', secret text default '', moments text default 'insert or update or delete')
language plpgsql as $$
begin
  execute format('create or replace trigger audit after %s on %s for each row execute function audit.note(%L, %L, %L, %L, %L, %L, %L, %L)',
    moments, target, subject, id, organization, event, person, silent, personal, secret);
end $$;
