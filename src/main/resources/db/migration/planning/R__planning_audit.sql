-- days that move with their event are no decision of anybody's
call audit.watch('planning.tasks', 'task', 'id', 'organization_id', 'event_id', '', 'id,event_id,organization_id,due_at,told_at,created_at,done_by,version', '', '',
  'insert or delete or update of title, note, phase, owner_id, due_days, done_at');
call audit.watch('planning.templates', 'task_template', 'id', 'organization_id', '', '', 'id,organization_id,created_at');
call audit.watch('planning.template_tasks', 'task_template', 'template_id', 'organization_id', '', '', 'template_id,organization_id,position');
