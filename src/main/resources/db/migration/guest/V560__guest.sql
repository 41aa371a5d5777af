create schema guest;
grant usage on schema guest to marquee_app;

-- How an event takes answers, and how many places those take who come without a ticket.
create table guest.rules (
  event_id uuid primary key,
  organization_id uuid not null,
  open boolean not null default true,
  plus_ones int not null default 0 check (plus_ones between 0 and 20),
  taken int not null default 0 check (taken >= 0)
);

-- One person's relation to one event.
create table guest.guests (
  id uuid primary key,
  event_id uuid not null,
  organization_id uuid not null,
  person_id uuid,                             -- the account that answered; null for those known by their address alone
  email text not null check (length(email) <= 320),
  name text not null check (length(name) <= 200),
  locale text not null,
  state text not null check (state in ('invited', 'interested', 'maybe', 'going', 'not_going', 'pending_approval',
    'waitlisted', 'offered', 'declined', 'removed')),
  since timestamptz not null,                 -- of the state
  offer_until timestamptz,
  plus_ones int not null default 0 check (plus_ones between 0 and 20),
  tickets int not null default 0 check (tickets >= 0),
  before_ticket text,                         -- what the state was before they bought
  tags text[] not null default '{}',
  invited_by uuid,
  invited_at timestamptz,
  mail text not null default 'none' check (mail in ('none', 'queued', 'sent', 'bounced', 'opened', 'clicked')),
  mailed_at timestamptz,
  reminded_at timestamptz,
  answered_at timestamptz,
  muted_at timestamptz,                       -- asked for no more mails about this event
  sort text collate "C" not null,             -- by what lists are ordered
  terms text[] collate "C" not null,          -- what the guest is found by, see guest.terms
  created_at timestamptz not null,
  unique (event_id, email),
  unique (id, event_id, organization_id),
  check ((state = 'offered') = (offer_until is not null))
);
create unique index on guest.guests (event_id, person_id) where person_id is not null;
create index on guest.guests (event_id, sort, id);
create index on guest.guests (event_id, state, sort, id);
create index on guest.guests (event_id, since) where state = 'waitlisted';
create index on guest.guests (offer_until) where state = 'offered';
create index on guest.guests (event_id, id) where mail = 'queued';
create index on guest.guests (email);
create index on guest.guests (person_id) where person_id is not null;

-- Whoever knows a guest's row knows what hangs on it.
create procedure guest.within_guest(target regclass) language plpgsql as $$
begin
  execute format('alter table %s add constraint within_guest foreign key (guest_id, event_id, organization_id)
    references guest.guests (id, event_id, organization_id) on delete cascade', target);
end $$;

-- What guests are found by: the words of their names and addresses, tags as #vip, ticket types as =id. Equality and ranges of text are
-- leakproof, so that the index serves beneath row-level security, where like, trigrams and full text search do not.
create table guest.terms (
  event_id uuid not null,
  term text collate "C" not null,
  guest_id uuid not null,
  organization_id uuid not null,
  primary key (event_id, term, guest_id)
);
create index on guest.terms (guest_id, term);

-- What happened to a guest beside the moves of their state: notes, mails, tickets.
create table guest.moments (
  id uuid primary key,
  guest_id uuid not null,
  event_id uuid not null,
  organization_id uuid not null,
  kind text not null check (kind in ('note', 'sent', 'bounced', 'opened', 'clicked', 'reminded', 'muted', 'bought', 'ticket_gone',
    'imported', 'merged')),
  words text not null default '' check (length(words) <= 2000),
  by uuid,
  at timestamptz not null
);
create index on guest.moments (guest_id, at);

create table guest.answers (
  guest_id uuid not null,
  event_id uuid not null,
  organization_id uuid not null,
  question_id uuid not null references registration.questions on delete cascade,
  ticket int not null check (ticket >= 0),
  said text[] not null check (cardinality(said) > 0),
  at timestamptz not null,
  primary key (guest_id, ticket, question_id)
);

-- Answers whose address is not confirmed yet. The mailed link opens one.
create table guest.requests (
  id uuid primary key,
  event_id uuid not null,
  organization_id uuid not null,
  email text not null,
  name text not null,
  locale text not null,
  reply text not null,
  plus_ones int not null,
  answers jsonb not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  confirmed_at timestamptz,
  unique (event_id, email)
);

-- Which guest comes with which valid ticket.
create table guest.tickets (
  ticket_id uuid primary key,
  order_id uuid not null,
  guest_id uuid not null,
  event_id uuid not null,
  organization_id uuid not null,
  ticket_type_id uuid not null
);
create index on guest.tickets (order_id);
create index on guest.tickets (guest_id);

-- Orders whose tickets are different now; a job has the guests follow.
create table guest.due (
  order_id uuid primary key,
  organization_id uuid not null,
  event_id uuid not null,
  number bigint generated always as identity,
  at timestamptz not null
);

call platform.protect('guest.rules');
call platform.protect('guest.guests');
call platform.protect('guest.terms');
call platform.protect('guest.moments');
call platform.protect('guest.answers');
call platform.protect('guest.requests');
call platform.protect('guest.tickets');
call platform.protect('guest.due');
call platform.tenant_policy('guest.rules', 'event_id');
call platform.tenant_policy('guest.guests', 'event_id');
call platform.tenant_policy('guest.terms', 'event_id');
call platform.tenant_policy('guest.moments', 'event_id');
call platform.tenant_policy('guest.answers', 'event_id');
call platform.tenant_policy('guest.requests', 'event_id');
call platform.tenant_policy('guest.tickets', 'event_id');
call platform.tenant_policy('guest.due', 'event_id');
call event.within_tenant('guest.rules', 'cascade');
call event.within_tenant('guest.guests', 'cascade');
call event.within_tenant('guest.requests', 'cascade');
call event.within_tenant('guest.due', 'cascade');
call guest.within_guest('guest.terms');
call guest.within_guest('guest.moments');
call guest.within_guest('guest.answers');
call guest.within_guest('guest.tickets');
-- A guest's own: by the mailed link, the account, or the verified address.
create policy own on guest.guests for select using (id = (select platform.capability())
  or person_id = (select platform.person()) or email = (select platform.email()));
create policy bearer on guest.answers for select using (guest_id = (select platform.capability()));
create policy bearer on guest.requests for select using (id = (select platform.capability()));

create function guest.places(state text, plus_ones int, tickets int) returns int language sql immutable as
$$ select case when state in ('going', 'offered') and tickets = 0 then 1 + plus_ones else 0 end $$;

-- The counter follows its guests. Whoever lets one in locks it first, and compares it with the event's capacity.
create function guest.count_places() returns trigger language plpgsql as $$
declare
  difference int := case when tg_op = 'INSERT' then 0 else -guest.places(old.state, old.plus_ones, old.tickets) end
    + case when tg_op = 'DELETE' then 0 else guest.places(new.state, new.plus_ones, new.tickets) end;
begin
  if difference <> 0 then
    insert into guest.rules (event_id, organization_id, taken)
    select coalesce(new.event_id, old.event_id), coalesce(new.organization_id, old.organization_id), greatest(difference, 0)
     where exists (select from event.events e where e.id = coalesce(new.event_id, old.event_id))
    on conflict (event_id) do update set taken = guest.rules.taken + difference;
  end if;
  return null;
end $$;
create trigger count_places after insert or delete or update of state, plus_ones, tickets on guest.guests
  for each row execute function guest.count_places();

create function guest.index_terms() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if new.terms = old.terms then return null; end if;
    delete from guest.terms where guest_id = new.id and term <> all (new.terms);
  end if;
  insert into guest.terms select new.event_id, term, new.id, new.organization_id
    from unnest(new.terms) term on conflict do nothing;
  return null;
end $$;
create trigger index_terms after insert or update of terms on guest.guests
  for each row execute function guest.index_terms();
