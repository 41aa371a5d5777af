call audit.watch('registration.questions', 'question', 'id', 'organization_id', 'event_id', '', 'id,event_id,organization_id');
