call audit.watch('feedback.questions', 'feedback_question', 'id', 'organization_id', 'event_id', '', 'id,event_id,organization_id,created_at');
