-- Which tickets a moment is about: also when they are gone, what happened to them is told of whoever held them.
alter table guest.moments
  add column about uuid[] not null default '{}',
  drop constraint moments_kind_check,
  add constraint moments_kind_check check (kind in ('note', 'sent', 'bounced', 'opened', 'clicked', 'reminded', 'muted', 'bought',
    'ticket_gone', 'imported', 'merged', 'tagged', 'untagged'));
