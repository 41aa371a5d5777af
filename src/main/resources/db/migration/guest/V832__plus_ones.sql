-- How many a guest may bring is the team's word, how many they bring and whom is theirs.
alter table guest.guests
  add column allowance int check (allowance between 0 and 20),  -- null: as the rule of the event says
  add column companions text[] not null default '{}' check (cardinality(companions) <= 20);
alter table guest.requests add column companions text[] not null default '{}';

select set_config('marquee.everything', 'on', true);
-- Only where it is more than everybody may: nobody is to bring fewer than before.
update guest.guests g set allowance = g.plus_ones
 where (g.state = 'invited' or g.invited_at is not null)
   and g.plus_ones > coalesce((select r.plus_ones from guest.rules r where r.event_id = g.event_id), 0);
update guest.guests set plus_ones = 0 where plus_ones > 0 and state = 'invited';
