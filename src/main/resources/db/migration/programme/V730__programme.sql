create schema programme;
grant usage on schema programme to marquee_app;

-- Who speaks at an event.
create table programme.speakers (
  id uuid primary key,
  event_id uuid not null,
  organization_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  line text not null default '' check (length(line) <= 160),        -- what they are, in one line
  about text not null default '' check (length(about) <= 2000),
  photo uuid,                                 -- an uploaded image
  unique (id, event_id, organization_id)
);
create index on programme.speakers (event_id, name);

-- What takes place within an event. Its time is counted from the event's own start, on the clock of the place: it moves with it.
create table programme.sessions (
  id uuid primary key,
  event_id uuid not null,
  organization_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  description text not null default '' check (length(description) <= 5000),
  starts_after int not null,                  -- minutes
  lasts int not null check (lasts between 1 and 10080),
  room text not null default '' check (length(room) <= 80),
  track text not null default '' check (length(track) <= 80),
  version int not null default 0,
  unique (id, event_id, organization_id)
);
create index on programme.sessions (event_id, starts_after);

create table programme.session_speakers (
  session_id uuid not null,
  speaker_id uuid not null,
  event_id uuid not null,
  organization_id uuid not null,
  position int not null,
  primary key (session_id, speaker_id),
  foreign key (session_id, event_id, organization_id) references programme.sessions (id, event_id, organization_id)
    on delete cascade,
  foreign key (speaker_id, event_id, organization_id) references programme.speakers (id, event_id, organization_id)
    on delete cascade
);
create index on programme.session_speakers (event_id);
create index on programme.session_speakers (speaker_id);

-- What somebody wants to see: a person, or whoever has the link to an order.
create table programme.stars (
  owner uuid not null,                        -- the person, or the hold that the link opens
  session_id uuid not null,
  event_id uuid not null,
  organization_id uuid not null,
  at timestamptz not null,
  primary key (owner, session_id),
  foreign key (session_id, event_id, organization_id) references programme.sessions (id, event_id, organization_id)
    on delete cascade
);
create index on programme.stars (session_id);

-- The secret address of a person's own calendar; another one takes its place.
create table programme.feeds (
  person_id uuid primary key,
  secret bytea not null unique,               -- SHA-256
  made_at timestamptz not null
);

call platform.protect('programme.speakers');
call platform.protect('programme.sessions');
call platform.protect('programme.session_speakers');
call platform.protect('programme.stars', 'select, insert, delete');
call platform.protect('programme.feeds');
call platform.tenant_policy('programme.speakers', 'event_id');
call platform.tenant_policy('programme.sessions', 'event_id');
call platform.tenant_policy('programme.session_speakers', 'event_id');
call event.within_tenant('programme.speakers', 'cascade');
call event.within_tenant('programme.sessions', 'cascade');
call event.within_tenant('programme.session_speakers', 'cascade');
call event.within_tenant('programme.stars', 'cascade');
-- As visible as the event is.
create policy visible on programme.speakers for select using (exists (select from event.events e where e.id = event_id));
create policy visible on programme.sessions for select using (exists (select from event.events e where e.id = event_id));
create policy visible on programme.session_speakers for select
  using (exists (select from event.events e where e.id = event_id));
-- Not even the event's team sees who wants to see what.
create policy own on programme.stars
  using (owner = (select platform.person()) or owner = (select platform.capability()) or (select platform.everything()));
create policy own on programme.feeds
  using (person_id = (select platform.person()) or (select platform.everything()));
