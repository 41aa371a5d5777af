-- The table of webhooks is the queue of those to handle: whoever has time claims the most urgent ones for a while.
alter table payment.webhooks
  add column account text,                    -- whose books it is about; null for the operator's own
  add column object text,                     -- the provider's id of what it is about
  add column subject text,                    -- those about the same thing are handled by one look
  add column urgent boolean not null default false, -- about a payment that was undecided: a buyer waits
  add column due_at timestamptz,              -- null when handled, or given up
  add column tries int not null default 0,
  add column last_error text;

select set_config('marquee.everything', 'on', true);
update payment.webhooks set subject = coalesce('payment:' || reference, 'event:' || provider_event_id),
  due_at = case when handled_at is null then received_at end;
alter table payment.webhooks alter column subject set not null;

create index waiting_webhooks on payment.webhooks (urgent desc, due_at) where due_at is not null;
create index waiting_subjects on payment.webhooks (provider, subject) where due_at is not null;
create index webhook_outcomes on payment.webhooks (outcome, id desc);
create index webhook_types on payment.webhooks (provider, type, id desc);
-- For the purge: what was handled long ago.
create index handled_webhooks on payment.webhooks (handled_at) where handled_at is not null;

-- They are claimed from the table now.
delete from platform.scheduled_tasks where task_name = 'payment.webhook';
