-- A question can be for those alone who gave one of some answers to another.
alter table registration.questions
  drop constraint questions_kind_check,
  add constraint questions_kind_check check (kind in ('short_text', 'long_text', 'single_choice', 'several_choices', 'yes_no', 'number',
    'date', 'email', 'phone')),
  add column only_if uuid references registration.questions,
  add column only_when text[] not null default '{}',
  add check ((only_if is null) = (cardinality(only_when) = 0));
create index on registration.questions (only_if) where only_if is not null;
