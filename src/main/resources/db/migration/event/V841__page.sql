-- How an event's page is arranged: a list of blocks from top to bottom; null for one that nobody arranged.
alter table event.events add column page jsonb check (jsonb_typeof(page) = 'array');
