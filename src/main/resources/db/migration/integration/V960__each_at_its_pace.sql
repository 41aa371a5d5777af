-- What is due is looked for endpoint by endpoint.
create index on integration.webhook_deliveries (endpoint_id, due_at) where state = 'waiting';
drop index integration.webhook_deliveries_due_at_idx;
