-- A file that is not for everybody. Who may have it says whoever keeps its id; it is handed out by signed links alone.
create table media.files (
  id uuid primary key,
  organization_id uuid,                -- null: a person's own
  name text not null,                  -- as it is called where somebody takes it
  type text not null,
  bytes bigint not null check (bytes >= 0),
  created_at timestamptz not null
);
create index on media.files (organization_id);
call platform.protect('media.files');
call platform.tenant_policy('media.files');

-- Files whose row is gone: a job takes them out of the store, and comes again until that worked.
create table media.removals (
  id uuid not null,                    -- of the image or the file that was
  image boolean not null,
  due_at timestamptz not null default now(),
  primary key (id, image)
);
call platform.protect('media.removals');
create policy system on media.removals using ((select platform.everything()));
-- the triggers write as whoever owns them; nobody else may
create policy triggers on media.removals for insert to current_user with check (true);

create function media.note_removal() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into media.removals (id, image) values (old.id, tg_table_name = 'images');
  return null;
end $$;
revoke all on function media.note_removal from public;
create trigger removal after delete on media.images for each row execute function media.note_removal();
create trigger removal after delete on media.files for each row execute function media.note_removal();
