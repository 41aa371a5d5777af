-- A personal link can be renewed: the older ones open nothing then. Whether the team may pass the present one on: it made it, and nobody has
-- answered with it.
alter table guest.guests
  add column link int not null default 0 check (link >= 0),
  add column link_with_team boolean not null default false;
alter table guest.merged add column link int default 0;    -- null: a renewal has ended it
alter table guest.moments
  drop constraint moments_kind_check,
  add constraint moments_kind_check check (kind in ('note', 'sent', 'bounced', 'opened', 'clicked', 'reminded', 'muted', 'bought',
    'ticket_gone', 'imported', 'merged', 'tagged', 'untagged', 'shared', 'link_renewed'));

select set_config('marquee.everything', 'on', true);
update guest.guests set link_with_team = true where email like '%@link.invalid' and state = 'invited' and answered_at is null;
