call audit.watch('escrow.terms', 'stake_terms', 'event_id', 'organization_id', 'event_id', '', 'event_id,organization_id');
