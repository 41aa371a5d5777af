call audit.watch('integration.webhook_endpoints', 'webhook', 'id', 'organization_id', '', '', 'id,organization_id,created_at,failing_since');
