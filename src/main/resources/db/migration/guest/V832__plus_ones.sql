-- How many a guest may bring is the team's word, how many they bring and whom is theirs.
alter table guest.guests
  add column allowance int check (allowance between 0 and 20),  -- null: as the rule of the event says
  add column companions text[] not null default '{}' check (cardinality(companions) <= 20);
alter table guest.requests add column companions text[] not null default '{}';

select set_config('marquee.everything', 'on', true);
update guest.guests set allowance = plus_ones where plus_ones > 0 and (state = 'invited' or invited_at is not null);
update guest.guests set plus_ones = 0 where plus_ones > 0 and state = 'invited';
