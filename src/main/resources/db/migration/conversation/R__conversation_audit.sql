-- what is said stays with the message; here is what was done to it
call audit.watch('conversation.rooms', 'chat', 'event_id', 'organization_id', 'event_id', '', 'event_id,organization_id,changes', '', '',
  'insert or delete or update of active, opens_hours, closes_hours, slow_seconds');
call audit.watch('conversation.members', 'chat_member', 'id', 'organization_id', 'event_id', '',
  'id,event_id,organization_id,person_id,guest_id,name,handle,team,joined_at', '', '', 'update of muted_at');
call audit.watch('conversation.messages', 'chat_message', 'id', 'organization_id', 'event_id', '',
  'id,event_id,organization_id,member_id,body,at,change', '', '', 'update of pinned_at, deleted_at');
