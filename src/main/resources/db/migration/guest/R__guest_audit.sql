call audit.watch('guest.rules', 'guest_rule', 'event_id', 'organization_id', 'event_id', '', 'event_id,organization_id');
