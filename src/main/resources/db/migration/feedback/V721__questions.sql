-- What a team asks beside the rating, and what people answered.
create table feedback.questions (
  id uuid primary key,
  event_id uuid not null,
  organization_id uuid not null,
  position int not null,
  label text not null check (length(label) between 1 and 200),
  hint text not null check (length(hint) <= 500),
  kind text not null check (kind in ('short_text', 'long_text', 'single_choice', 'several_choices', 'yes_no', 'number', 'date')),
  required boolean not null,
  options text[] not null,
  created_at timestamptz not null,
  archived_at timestamptz,
  unique (id, event_id, organization_id)
);
create index on feedback.questions (event_id, position);

alter table feedback.requests add unique (id, event_id, organization_id);

create table feedback.answers (
  request_id uuid not null,
  question_id uuid not null,
  event_id uuid not null,
  organization_id uuid not null,
  said text[] not null check (cardinality(said) > 0),
  at timestamptz not null,
  primary key (request_id, question_id),
  foreign key (request_id, event_id, organization_id) references feedback.requests (id, event_id, organization_id) on delete cascade,
  foreign key (question_id, event_id, organization_id) references feedback.questions (id, event_id, organization_id) on delete cascade
);
create index on feedback.answers (question_id, at desc);

call platform.protect('feedback.questions');
call platform.protect('feedback.answers');
call platform.tenant_policy('feedback.questions', 'event_id');
call platform.tenant_policy('feedback.answers', 'event_id');
call event.within_tenant('feedback.questions', 'cascade');
call event.within_tenant('feedback.answers', 'cascade');
