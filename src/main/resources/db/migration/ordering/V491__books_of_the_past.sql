-- What was decided about money before there were books, as it would have been posted then. Once: a migration runs once, and
-- each cause posts once. Orders follow by a job, since their lines are priced there; it is staged here.
select set_config('marquee.kind', 'system', true), set_config('marquee.everything', 'on', true);

create temporary table past on commit drop as
select gen_random_uuid() id, organization_id, event_id, order_id, provider, kind, cause, at, lines
from (
  select organization_id, event_id, order_id, provider, 'payment_succeeded' kind, id cause, updated_at at, currency,
         array['provider_balance', 'buyer_receivable', 'platform_fee'] accounts,
         array[amount - application_fee, -amount, application_fee] amounts
  from payment.payments where state = 'succeeded'
  union all
  select organization_id, event_id, order_id, provider, 'provider_fee', id, updated_at, currency,
         array['provider_fee', 'provider_balance'], array[provider_fee, -provider_fee]
  from payment.payments where state = 'succeeded' and provider_fee > 0
  union all
  select r.organization_id, r.event_id, r.order_id, p.provider, 'payment_refunded', r.id, r.updated_at, r.currency,
         array['buyer_receivable', 'provider_balance'], array[r.amount, -r.amount]
  from payment.refunds r join payment.payments p on p.id = r.payment_id where r.state = 'succeeded'
  union all
  select organization_id, event_id, order_id, null, 'dispute_opened', id, created_at, currency,
         array['disputes_held', 'provider_balance'], array[amount, -amount]
  from payment.disputes
  union all
  select organization_id, event_id, order_id, null, 'dispute_' || state, id, updated_at, currency,
         array[case state when 'won' then 'provider_balance' else 'disputes_lost' end, 'disputes_held'],
         array[amount, -amount]
  from payment.disputes where state in ('won', 'lost')) facts
cross join lateral (
  select jsonb_agg(jsonb_build_object('position', n, 'account', account, 'currency', currency, 'amount', amount)) lines
  from unnest(accounts, amounts) with ordinality l(account, amount, n) where amount <> 0) l
where not exists (select from ledger.postings p where p.cause_kind = kind and p.cause_id = cause);

insert into ledger.postings (organization_id, id, event_id, order_id, cause_kind, cause_id, provider, at)
select organization_id, id, event_id, order_id, kind, cause, provider, at from past;
insert into ledger.unsealed (organization_id, posting_id) select organization_id, id from past;
insert into ledger.entries (organization_id, posting_id, position, account, currency, amount)
select organization_id, id, l.position, l.account, l.currency, l.amount
from past cross join jsonb_to_recordset(lines) l(position smallint, account text, currency text, amount bigint);

insert into platform.scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)
select 'ordering.book-past-orders', 'once', convert_to('null', 'UTF8'), now(), false, 1
where exists (select from ordering.orders where paid_at is not null and total_amount > 0);
