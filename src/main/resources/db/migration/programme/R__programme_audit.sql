-- a speaker's name and words are theirs
call audit.watch('programme.speakers', 'speaker', 'id', 'organization_id', 'event_id', '', 'id,event_id,organization_id', 'name,line,about');
call audit.watch('programme.sessions', 'session', 'id', 'organization_id', 'event_id', '', 'id,event_id,organization_id,version');
call audit.watch('programme.session_speakers', 'session', 'session_id', 'organization_id', 'event_id', '',
  'session_id,event_id,organization_id,position');
