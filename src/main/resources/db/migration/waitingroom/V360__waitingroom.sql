create schema waitingroom;
grant usage on schema waitingroom to marquee_app;

-- An event's waiting room: how its team wants it, and how far it is. All that decides who comes next is here and in the
-- visitors' signed places.
create table waitingroom.rooms (
  event_id uuid primary key references event.events on delete cascade,
  organization_id uuid not null,
  id uuid not null unique,                    -- its name in the history
  mode text not null default 'auto' check (mode in ('auto', 'on', 'off')),
  opens_at timestamptz,
  use_minutes int not null default 10 check (use_minutes between 1 and 60),
  holds_each int not null default 1 check (holds_each between 1 and 10),
  verified boolean not null default false,    -- one place for each address that was proven

  state text not null default 'closed' check (state in ('closed', 'gathering', 'admitting')),
  round int not null default 0 check (round >= 0),   -- places of an earlier round are void
  issued bigint not null default 0,           -- numbers given out: 0, 1, 2, …
  present bigint check (present between 0 and issued),   -- those below it were there at the opening, and were drawn
  seed bytea check (length(seed) = 32),       -- of the draw; nobody knows it before the opening, everybody afterwards
  opened_at timestamptz,
  called bigint not null default 0 check (called between 0 and issued),
  admitted bigint not null default 0,         -- holds that were let through

  rate double precision not null default 0,   -- places called a second
  carry double precision not null default 0,  -- the part of a place that is called next time
  flow double precision not null default 0,   -- holds let through a second, smoothed
  counted bigint not null default 0,          -- of admitted, when flow was last reckoned
  ticked_at timestamptz,
  strained_at timestamptz,                    -- when a node last found the checkout strained
  cut_at timestamptz,                         -- when the rate was last cut for it
  check (state = 'closed' or opens_at is not null),
  check (state <> 'admitting' or present is not null)
);
create index on waitingroom.rooms (state) where state <> 'closed';

-- When which places were called: one row for each second in which some were, kept while they may be used.
create table waitingroom.calls (
  event_id uuid not null references waitingroom.rooms on delete cascade,
  round int not null,
  upto bigint not null,                       -- places below it are called
  organization_id uuid not null,
  at timestamptz not null,
  primary key (event_id, round, upto)
);

-- Places that were used for a hold, and for how many.
create table waitingroom.uses (
  event_id uuid not null references waitingroom.rooms on delete cascade,
  round int not null,
  number bigint not null,
  organization_id uuid not null,
  holds int not null check (holds >= 0),
  at timestamptz not null,
  primary key (event_id, round, number)
);

-- The number of each proven address, where places are bound to addresses. The address itself is not kept.
create table waitingroom.addresses (
  event_id uuid not null references waitingroom.rooms on delete cascade,
  round int not null,
  address bytea not null check (length(address) = 32),   -- HMAC under the installation's secret
  organization_id uuid not null,
  number bigint not null,
  primary key (event_id, round, address)
);

call platform.protect('waitingroom.rooms');
call platform.protect('waitingroom.calls');
call platform.protect('waitingroom.uses');
call platform.protect('waitingroom.addresses');
call platform.tenant_policy('waitingroom.rooms', 'event_id');
call platform.tenant_policy('waitingroom.calls', 'event_id');
call platform.tenant_policy('waitingroom.uses', 'event_id');
call platform.tenant_policy('waitingroom.addresses', 'event_id');

-- The next numbers of an open room, in one round trip and a transaction of their own. No row where the opening is due and
-- has not been made: then the caller makes it first, so that the moment of the draw divides all numbers in two.
create function waitingroom.arrive(p_event uuid, p_organization uuid, p_count int, p_at timestamptz)
  returns table (round int, first bigint) language plpgsql as $$
#variable_conflict use_column
begin
  perform set_config('marquee.kind', 'system', true),
          set_config('marquee.organizations', '{' || p_organization || '}', true);
  return query
    update waitingroom.rooms set issued = issued + p_count
     where event_id = p_event and (state = 'admitting' or state = 'gathering' and opens_at > p_at)
    returning round, issued - p_count;
end $$;

-- Uses a place for one hold. False where it was used as often as it may be. A crash may forget the last ones: then somebody
-- may hold once more, for which there must be stock like for any other.
create function waitingroom.spend(p_event uuid, p_organization uuid, p_round int, p_number bigint, p_most int, p_at timestamptz)
  returns boolean language plpgsql as $$
begin
  perform set_config('marquee.kind', 'system', true),
          set_config('marquee.organizations', '{' || p_organization || '}', true),
          set_config('synchronous_commit', 'off', true);
  insert into waitingroom.uses as used (event_id, round, number, organization_id, holds, at)
  values (p_event, p_round, p_number, p_organization, 1, p_at)
  on conflict (event_id, round, number) do update set holds = used.holds + 1 where used.holds < p_most;
  return found;
end $$;

-- Undoes it, where the stock refused the hold.
create function waitingroom.unspend(p_event uuid, p_organization uuid, p_round int, p_number bigint)
  returns void language plpgsql as $$
begin
  perform set_config('marquee.kind', 'system', true),
          set_config('marquee.organizations', '{' || p_organization || '}', true),
          set_config('synchronous_commit', 'off', true);
  update waitingroom.uses set holds = holds - 1
   where event_id = p_event and round = p_round and number = p_number and holds > 0;
end $$;
