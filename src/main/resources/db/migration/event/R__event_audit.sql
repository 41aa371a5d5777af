-- the event's state and its people's roles have histories of their own
call audit.watch('event.events', 'event', 'id', 'organization_id', 'id', '',
  'id,organization_id,state,published_at,starts_at,ends_at,import_key,created_by,created_at,updated_at,version');
call audit.watch('event.roles', 'event_role', 'person_id', 'organization_id', 'event_id', '', 'event_id,organization_id,person_id,role,since', '', '',
  'update of grants');
call audit.watch('event.invitations', 'team_invitation', 'id', 'organization_id', 'event_id', '',
  'id,event_id,organization_id,created_at,invited_by', 'email');
call audit.watch('event.pictures', 'picture', 'id', 'organization_id', 'event_id', '', 'id,event_id,organization_id');
call audit.watch('event.series', 'series', 'id', 'organization_id', '', '', 'id,organization_id,slug,made_through,due_at,created_at', '', '',
  'insert or delete or update of title, rule, first_day, time_zone, ahead_days, publish, ended_at');
