-- Names that stand beside an address are that person's, in other people's orders too: they go when whoever reads it is erased.
alter table audit.personal add column address text;
create index on audit.personal (address);

drop function audit.apart(text, uuid, uuid, uuid);
create function audit.apart(value text, organization uuid, event uuid, person uuid, address text) returns jsonb
language plpgsql security definer set search_path = pg_catalog as $$
declare
  ref uuid := uuidv7();
  salt uuid := gen_random_uuid();
begin
  if value is null then return 'null'; end if;
  if coalesce(current_setting('marquee.erasing', true), '') = 'on' then return '{"ref": null}'; end if;
  insert into audit.personal values (ref, organization, event, person, salt, value, address);
  return jsonb_build_object('ref', ref, 'sum', encode(sha256(convert_to(salt || value, 'UTF8')), 'hex'));
end $$;
revoke all on function audit.apart from public;

-- As before; and what stands apart knows the address of its row, as it was before and after.
create or replace function audit.note() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  before jsonb := case when tg_op = 'INSERT' then '{}'::jsonb else to_jsonb(old) end;
  after jsonb := case when tg_op = 'DELETE' then '{}'::jsonb else to_jsonb(new) end;
  line jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  said text[] := string_to_array(coalesce(current_setting('marquee.trail', true), ''), '|');
  organization uuid := case when tg_argv[2] = '' then null else (line ->> tg_argv[2])::uuid end;
  event uuid := case when tg_argv[3] = '' then null else (line ->> tg_argv[3])::uuid end;
  person uuid := case when tg_argv[4] = '' then null else (line ->> tg_argv[4])::uuid end;
  address text := (select name from unnest(string_to_array(tg_argv[6], ',')) name where name like '%email' limit 1);
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
        audit.apart(before ->> field, organization, event, person, before ->> address),
        audit.apart(after ->> field, organization, event, person, after ->> address))
      else jsonb_build_array(coalesce(before -> field, 'null'), coalesce(after -> field, 'null')) end);
  end loop;
  if diff = '{}' then return null; end if;
  origin := audit.apart(nullif(said[4], ''), organization, event, actor, null);
  insert into audit.entries
    (organization_id, event_id, chain, subject, subject_id, action, actor_kind, actor_id, request, origin, diff)
  values (organization, event, coalesce(organization, '00000000-0000-0000-0000-000000000000'), tg_argv[0], (line ->> tg_argv[1])::uuid,
          case tg_op when 'INSERT' then 'made' when 'DELETE' then 'removed' else 'changed' end,
          coalesce(nullif(said[1], ''), 'system'), actor, nullif(said[3], ''), (origin ->> 'ref')::uuid, diff);
  return null;
end $$;
revoke all on function audit.note from public;
