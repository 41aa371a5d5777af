-- An event's room, and when it is open.
create table conversation.rooms (
  event_id uuid primary key,
  organization_id uuid not null,
  active boolean not null,
  opens_hours int not null check (opens_hours between 0 and 720),   -- before the event starts
  closes_hours int not null check (closes_hours between 0 and 720), -- after it ends
  slow_seconds int not null check (slow_seconds between 0 and 3600),
  changes bigint not null default 0              -- counts what was posted and changed; whoever posts holds this row
);

-- Whoever has said something there: a person of the team, or a guest with or without an account.
create table conversation.members (
  id uuid primary key,
  event_id uuid not null,
  organization_id uuid not null,
  person_id uuid,
  guest_id uuid,
  name text not null check (length(name) between 1 and 200),
  handle text not null check (length(handle) between 1 and 40), -- what mentions them
  team boolean not null,
  muted_at timestamptz,
  joined_at timestamptz not null,
  unique (id, event_id, organization_id),
  unique (event_id, handle),
  check (person_id is not null or guest_id is not null)
);
create unique index on conversation.members (event_id, guest_id) where guest_id is not null;
create unique index on conversation.members (event_id, person_id) where guest_id is null;

create table conversation.messages (
  id uuid primary key,
  event_id uuid not null,
  organization_id uuid not null,
  member_id uuid not null,
  body text not null check (length(body) between 1 and 1000),
  at timestamptz not null,
  change bigint not null,                        -- the room's count when it was posted or last changed
  pinned_at timestamptz,
  deleted_at timestamptz,
  unique (id, event_id, organization_id),
  foreign key (member_id, event_id, organization_id) references conversation.members (id, event_id, organization_id) on delete cascade
);
create index on conversation.messages (event_id, id desc);
create index on conversation.messages (event_id, change);
create index on conversation.messages (member_id, at desc);
create index on conversation.messages (event_id) where pinned_at is not null;

-- Messages that somebody finds wrong, until the team has looked.
create table conversation.reports (
  message_id uuid not null,
  member_id uuid not null,
  event_id uuid not null,
  organization_id uuid not null,
  reason text not null default '' check (length(reason) <= 500),
  at timestamptz not null,
  settled_at timestamptz,
  primary key (message_id, member_id),
  foreign key (message_id, event_id, organization_id) references conversation.messages (id, event_id, organization_id) on delete cascade,
  foreign key (member_id, event_id, organization_id) references conversation.members (id, event_id, organization_id) on delete cascade
);
create index on conversation.reports (event_id, at) where settled_at is null;

call platform.protect('conversation.rooms');
call platform.protect('conversation.members');
call platform.protect('conversation.messages');
call platform.protect('conversation.reports');
call platform.tenant_policy('conversation.rooms', 'event_id');
call platform.tenant_policy('conversation.members', 'event_id');
call platform.tenant_policy('conversation.messages', 'event_id');
call platform.tenant_policy('conversation.reports', 'event_id');
call event.within_tenant('conversation.rooms', 'cascade');
call event.within_tenant('conversation.members', 'cascade');
call event.within_tenant('conversation.messages', 'cascade');
call event.within_tenant('conversation.reports', 'cascade');
