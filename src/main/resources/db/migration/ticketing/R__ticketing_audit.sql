call audit.watch('ticketing.ticket_types', 'ticket_type', 'id', 'organization_id', 'event_id', '',
  'id,event_id,organization_id,created_at', '', 'unlock_key');
-- the counters move with every sale, and are no settings
call audit.watch('ticketing.quotas', 'quota', 'id', 'organization_id', 'event_id', '', 'id,event_id,organization_id,held,sold', '', '',
  'insert or delete or update of size, name, per_person, retired_at');
call audit.watch('ticketing.transfer_rules', 'transfer_rule', 'event_id', 'organization_id', 'event_id', '', 'event_id,organization_id');
call audit.watch('ticketing.waiting_rules', 'waiting_rule', 'event_id', 'organization_id', 'event_id', '', 'event_id,organization_id');
