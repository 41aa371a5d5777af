-- Who wants a mail each morning about what they have not read, and when the last one looked.
create table notification.digests (
  person_id uuid primary key,
  looked_at timestamptz not null
);
call platform.protect('notification.digests');
create policy own on notification.digests using (person_id = (select platform.person()) or (select platform.everything()));
