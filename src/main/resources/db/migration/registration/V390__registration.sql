create schema registration;
grant usage on schema registration to marquee_app;

-- What an event asks those who come.
create table registration.questions (
  id uuid primary key,
  event_id uuid not null,
  organization_id uuid not null,
  position int not null,
  label text not null check (length(label) between 1 and 200),
  hint text not null default '' check (length(hint) <= 500),
  kind text not null check (kind in ('short_text', 'long_text', 'single_choice', 'several_choices', 'yes_no', 'number', 'date')),
  required boolean not null,
  per text not null check (per in ('order', 'attendee')),
  options text[] not null default '{}',
  created_at timestamptz not null,
  archived_at timestamptz,                    -- asked no more; what was answered stays
  check ((kind in ('single_choice', 'several_choices')) = (cardinality(options) > 0))
);
create index on registration.questions (event_id, position);

-- What was answered, from the checkout on: a hold is what there is before the order and behind it.
create table registration.answers (
  hold_id uuid not null references ticketing.holds on delete cascade,
  ticket int not null check (ticket >= 0),    -- 1.. within the order; 0: the order as a whole
  question_id uuid not null references registration.questions on delete cascade,
  event_id uuid not null,
  organization_id uuid not null,
  said text[] not null check (cardinality(said) > 0),
  at timestamptz not null,
  primary key (hold_id, ticket, question_id)
);

call platform.protect('registration.questions');
call platform.protect('registration.answers');
call platform.tenant_policy('registration.questions', 'event_id');
call platform.tenant_policy('registration.answers', 'event_id');
call event.within_tenant('registration.questions', 'cascade');
call event.within_tenant('registration.answers', 'cascade');
-- What is asked is as visible as its event is.
create policy visible on registration.questions for select
  using (exists (select from event.events e where e.id = event_id));
create policy bearer on registration.answers for select using (hold_id = (select platform.capability()));
