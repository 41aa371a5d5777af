-- What a person is told within the product, beside mail; one for each cause.
create table notification.notices (
  id uuid primary key,
  person_id uuid not null,
  cause text not null,
  topic text not null,
  kind text not null,
  subject text not null,
  link text,                                   -- a path of ours
  created_at timestamptz not null,
  read_at timestamptz,
  unique (person_id, cause)
);
create index on notification.notices (person_id, id desc);
create index on notification.notices (person_id) where read_at is null;
call platform.protect('notification.notices');
create policy own on notification.notices using (person_id = (select platform.person()) or (select platform.everything()));
