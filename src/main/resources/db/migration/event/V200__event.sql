create schema event;
grant usage on schema event to marquee_app;

create table event.events (
  id uuid primary key,
  organization_id uuid not null references organization.organizations,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  state text not null check (state in ('draft', 'published', 'live', 'ended', 'archived', 'cancelled')),
  visibility text not null default 'public' check (visibility in ('public', 'unlisted', 'members', 'private')),
  title text not null check (length(title) between 1 and 200),
  summary text not null default '',
  description text not null default '',       -- Markdown
  type text not null default 'other',
  category text not null default 'other',
  tags text[] not null default '{}',
  starts_local timestamp not null,            -- what the clock on the wall shows
  ends_local timestamp not null,
  time_zone text not null,
  all_day boolean not null default false,
  starts_at timestamptz not null,             -- the same as instants, kept in step by the module
  ends_at timestamptz not null check (ends_at > starts_at),
  registration_closes_at timestamptz,         -- null: at the start
  venue text,
  address text,
  city text,
  country text,                               -- ISO 3166-1 alpha-2 where it is known
  online_url text,
  capacity int check (capacity > 0),
  minimum_age int check (minimum_age between 0 and 120),
  ticketing boolean not null default true,
  approval_required boolean not null default false,
  refund_policy text not null default '',
  cover uuid,
  hue smallint not null default 52 check (hue between 0 and 359),
  website text,
  import_key text,                            -- normalised name, start date and city, for imports
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  published_at timestamptz,                   -- since when it is public; null again when it goes back to draft
  cancellation_reason text,
  version int not null default 0
);
create unique index on event.events (organization_id, import_key) where import_key is not null;
create index on event.events (organization_id, starts_at);
create index on event.events (slug text_pattern_ops);
create index on event.events (greatest(ends_at, created_at)) where state = 'ended';   -- what is to be archived

create table event.roles (
  event_id uuid not null references event.events on delete cascade,
  person_id uuid not null,
  organization_id uuid not null,
  role text not null check (role in ('owner', 'admin', 'viewer', 'staff')),
  grants text[] not null default '{}' check (grants <@ array['edit', 'guests', 'orders']),
  since timestamptz not null,
  primary key (event_id, person_id)
);
create index on event.roles (person_id);
create table event.invitations (
  id uuid primary key,
  event_id uuid not null references event.events on delete cascade,
  organization_id uuid not null,
  email text not null,
  role text not null check (role in ('owner', 'admin', 'viewer', 'staff')),
  grants text[] not null default '{}' check (grants <@ array['edit', 'guests', 'orders']),
  invited_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz
);
create unique index on event.invitations (event_id, email) where accepted_at is null and revoked_at is null;

call platform.protect('event.events');
call platform.protect('event.roles');
call platform.protect('event.invitations');
-- Whoever knows the address of an unlisted event may read it; lists ask for 'public' themselves.
-- A draft that was cancelled has never been published, and stays as hidden as it was.
create policy visible on event.events for select
  using (published_at is not null and state <> 'draft' and visibility in ('public', 'unlisted'));
create policy door on event.events for select using (id = any ((select platform.door())::uuid[]));
call platform.tenant_policy('event.events', 'id');
create policy tenant on event.roles
  using (organization_id = any ((select platform.organizations())::uuid[])
         or event_id = any ((select platform.events())::uuid[])
         or person_id = (select platform.person()) or (select platform.everything()))
  with check (organization_id = any ((select platform.organizations())::uuid[])
         or event_id = any ((select platform.events())::uuid[]) or (select platform.everything()));
call platform.tenant_policy('event.invitations', 'event_id');

-- Words as people search for them: lower case, without accents.
create function event.folded(words text) returns text language sql immutable parallel safe as
$$ select regexp_replace(normalize(replace(replace(replace(lower(words), 'ß', 'ss'), 'ø', 'o'), 'ł', 'l'), NFKD),
                         '[\u0300-\u036f]', '', 'g') $$;

-- What anybody may find: a row for each public event that is neither a draft nor cancelled. Since every row may be read by
-- everybody, lists and searches use its indexes; over event.events they may not, behind the policies there.
create table event.listings (
  event_id uuid primary key references event.events on delete cascade,
  organization_id uuid not null,
  state text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  first_day date not null,                    -- on the calendar of the place
  last_day date not null,
  time_zone text not null,
  city text,
  city_key text,
  country text,
  online boolean not null,
  category text not null,
  type text not null,
  tags text[] not null,
  words tsvector not null
);
create index on event.listings (starts_at, event_id) where state in ('published', 'live');
create index on event.listings (starts_at, event_id);
create index on event.listings (city_key, starts_at);
create index on event.listings (organization_id, starts_at);
create index on event.listings using gin (tags);
create index on event.listings using gin (words);

call platform.protect('event.listings');
create policy visible on event.listings for select using (true);
call platform.tenant_policy('event.listings', 'event_id');

create function event.list() returns trigger language plpgsql as $$
begin
  if new.visibility = 'public' and new.published_at is not null and new.state in ('published', 'live', 'ended', 'archived') then
    insert into event.listings as l
    values (new.id, new.organization_id, new.state, new.starts_at, new.ends_at, new.starts_local::date,
            greatest(new.starts_local::date, (new.ends_local - interval '1 microsecond')::date), new.time_zone,
            new.city, event.folded(new.city), new.country,
            new.online_url is not null or (new.city is null and new.venue is null),
            new.category, new.type, new.tags,
            setweight(to_tsvector('simple', event.folded(new.title)), 'A')
              || setweight(to_tsvector('simple', event.folded(concat_ws(' ', new.city, new.venue, new.category,
                   new.type, array_to_string(new.tags, ' ')))), 'B')
              || to_tsvector('simple', event.folded(concat_ws(' ', new.summary, left(new.description, 20000)))))
    on conflict (event_id) do update
      set (organization_id, state, starts_at, ends_at, first_day, last_day, time_zone, city, city_key, country, online,
           category, type, tags, words)
        = row(excluded.organization_id, excluded.state, excluded.starts_at, excluded.ends_at, excluded.first_day,
           excluded.last_day, excluded.time_zone, excluded.city, excluded.city_key, excluded.country, excluded.online,
           excluded.category, excluded.type, excluded.tags, excluded.words);
  else
    delete from event.listings where event_id = new.id;
  end if;
  return null;
end $$;
create trigger listed after insert or update on event.events for each row execute function event.list();
