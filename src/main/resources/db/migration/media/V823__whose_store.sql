-- Whose the store is: a token that also lies in it. Each night it changes, so that a copy of this database holds an old one.
create table media.installation (
  one boolean primary key default true check (one),
  token uuid not null default gen_random_uuid(),
  before uuid,                         -- the last token, for as long as the new one is on its way
  place text,                          -- the server and the database that took the store; a dump that was read in is another
  since timestamptz                    -- when it was taken; null: not yet
);
call platform.protect('media.installation', 'select, update');
create policy system on media.installation using ((select platform.everything()));
select set_config('marquee.everything', 'on', true);
insert into media.installation default values;
