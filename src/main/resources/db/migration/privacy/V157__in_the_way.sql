-- What cannot be done is tried again later, and is not in the way of the others.
alter table privacy.exports add column due_at timestamptz not null default now();
alter table privacy.erasures
  add column in_the_way text,          -- the code of the refusal; null while nothing is
  add column in_the_way_names text;
