-- a speaker's name and words are theirs: Agendas.removeSpeaker takes them out of the trail too
call audit.watch('programme.speakers', 'speaker', 'id', 'organization_id', 'event_id', '', 'id,event_id,organization_id,version', 'name,line,about');
call audit.watch('programme.sessions', 'session', 'id', 'organization_id', 'event_id', '', 'id,event_id,organization_id,version');
-- of its own: who joins or leaves a session neither makes nor removes the session
call audit.watch('programme.session_speakers', 'session_speaker', 'session_id', 'organization_id', 'event_id', '',
  'session_id,event_id,organization_id,position');
