call audit.watch('checkin.lists', 'check_in_list', 'id', 'organization_id', 'event_id', '', 'id,event_id,organization_id');
call audit.watch('checkin.badges', 'badge', 'event_id', 'organization_id', 'event_id', '', 'event_id,organization_id');
