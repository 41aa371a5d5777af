create schema media;
grant usage on schema media to marquee_app;

-- An uploaded image, re-encoded; the bytes lie in the store under its id. All are public: covers, logos, avatars.
create table media.images (
  id uuid primary key default uuidv7(),
  organization_id uuid,                -- null: a person's avatar
  person_id uuid not null,             -- who uploaded it
  width int not null check (width > 0),
  height int not null check (height > 0),
  bytes bigint not null check (bytes > 0),
  hue smallint not null check (hue between 0 and 359),
  created_at timestamptz not null
);
create index on media.images (organization_id);
call platform.protect('media.images');
create policy visible on media.images for select using (true);
create policy own on media.images for all
  using (person_id = (select platform.person()) or organization_id = any ((select platform.organizations())::uuid[])
         or (select platform.everything()));
