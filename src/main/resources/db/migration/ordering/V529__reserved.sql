-- An order can be bought with money that is only reserved. Nothing of it is in the books until it is taken.
alter table ordering.orders
  add column reservation text check (reservation in ('held', 'taking', 'taken', 'let_go', 'lapsed')),
  add check (reservation is null or paid_by is not null);

-- the overview's counters, from the index alone
drop index ordering.orders_event_id_total_amount_refunded_amount_currency_idx;
create index on ordering.orders (event_id) include (total_amount, refunded_amount, currency, reservation)
  where state in ('paid', 'partially_refunded', 'refunded');

-- As before, without orders whose money was not taken.
create or replace view ordering.book_breaches with (security_invoker = true) as
with balances as materialized (
  select p.organization_id, p.id, p.cause_kind, p.cause_id, p.order_id, e.account, e.currency, sum(e.amount) amount
  from ledger.postings p
  left join ledger.entries e on e.organization_id = p.organization_id and e.posting_id = p.id
  group by p.organization_id, p.id, e.account, e.currency),
-- what the rows say that should be posted, on one account of each cause
facts as (
  select 'payment_succeeded' cause_kind, id cause_id, 'buyer_receivable' account, -coalesce(to_capture, amount) amount
  from payment.payments where state = 'succeeded'
  union all
  select 'payment_succeeded', id, 'platform_fee', application_fee
  from payment.payments where state = 'succeeded' and application_fee > 0
  union all
  select 'provider_fee', id, 'provider_fee', provider_fee
  from payment.payments where state = 'succeeded' and provider_fee > 0 and provider_destination is null
  union all
  select 'payment_refunded', id, 'buyer_receivable', amount from payment.refunds where state = 'succeeded'
  union all
  select 'dispute_opened', d.id, 'disputes_held', d.amount
  from payment.disputes d join payment.payments p on p.id = d.payment_id
  where d.withdrawn_at is not null and p.provider_destination is null
  union all
  select 'dispute_' || d.state, d.id, 'disputes_held', -d.amount
  from payment.disputes d join payment.payments p on p.id = d.payment_id
  where d.state in ('won', 'lost') and d.withdrawn_at is not null and p.provider_destination is null
  union all
  select 'order_paid', id, 'buyer_receivable', total_amount
  from ordering.orders where paid_at is not null and total_amount > 0 and coalesce(reservation, 'taken') = 'taken'
  union all
  select 'order_paid', o.id, 'tax', -sum(l.tax_amount)
  from ordering.orders o join ordering.order_lines l on l.order_id = o.id
  where o.paid_at is not null and o.total_amount > 0 and coalesce(o.reservation, 'taken') = 'taken' group by o.id having sum(l.tax_amount) > 0
  union all
  select 'order_refunded', r.id, 'buyer_receivable', -r.amount
  from ordering.refunds r join ordering.orders o on o.id = r.order_id
  where r.state = 'succeeded' and not r.surplus and coalesce(o.reservation, 'taken') = 'taken'),
booked as (
  select cause_kind, cause_id, account, sum(amount) amount from balances
  where (cause_kind, account) in (
    ('payment_succeeded', 'buyer_receivable'), ('payment_succeeded', 'platform_fee'), ('provider_fee', 'provider_fee'),
    ('payment_refunded', 'buyer_receivable'), ('dispute_opened', 'disputes_held'), ('dispute_won', 'disputes_held'),
    ('dispute_lost', 'disputes_held'), ('order_paid', 'buyer_receivable'), ('order_paid', 'tax'),
    ('order_refunded', 'buyer_receivable'))
  group by cause_kind, cause_id, account)
select 'posting ' || id || ' does not balance in ' || currency breach
from balances group by id, currency having sum(amount) <> 0
union all
select 'posting ' || id || ' has no entries' from balances where account is null
union all
select format('%s %s: the books say %s of %s, the rows %s', coalesce(f.cause_kind, b.cause_kind),
              coalesce(f.cause_id, b.cause_id), coalesce(b.amount::text, 'nothing'), coalesce(f.account, b.account),
              coalesce(f.amount::text, 'nothing'))
from facts f full join booked b using (cause_kind, cause_id, account)
where f.amount is distinct from b.amount
union all
select format('order %s is settled, and its buyer still owes %s', o.id, owing.amount)
from (
  select order_id, sum(amount) amount from balances where account = 'buyer_receivable' and order_id is not null
  group by order_id having sum(amount) <> 0) owing
join ordering.orders o on o.id = owing.order_id
where not exists (select from ordering.refunds r where r.order_id = o.id and r.state <> 'succeeded')
union all
select format('the sub-totals of %s in organization %s say %s, the entries %s', account, organization_id, sum(sealed),
              sum(written))
from (
  select organization_id, account, currency, amount sealed, 0 written from ledger.subtotals
  union all
  select e.organization_id, e.account, e.currency, 0, e.amount from ledger.entries e
  where not exists (select from ledger.unsealed u
                    where u.organization_id = e.organization_id and u.posting_id = e.posting_id)) sums
group by organization_id, account, currency having sum(sealed) <> sum(written);
