-- A form that is sent twice gives back once: each one that the team opens has a key.
alter table ordering.refunds add column request_key text;
create unique index on ordering.refunds (order_id, request_key) where request_key is not null;
-- An organization's queue of what buyers ask for, newest first.
create index on ordering.refund_requests (organization_id, id);
create index on ordering.refund_requests (event_id, id);
