-- A bank may only ask about a payment: no money moves for that, and an answered inquiry may still become a dispute. What is
-- booked follows the money.
select set_config('marquee.everything', 'on', true);
alter table payment.disputes
  add column inquiry boolean not null default false,
  add column withdrawn_at timestamptz;        -- when we heard that the provider took the money out of the account
-- all of them were booked as taken until now
update payment.disputes set withdrawn_at = created_at;
