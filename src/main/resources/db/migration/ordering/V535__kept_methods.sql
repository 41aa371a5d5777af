-- An order can be bought with a method that is only kept: nothing is set aside, and what is owed in the end is charged.
alter table ordering.orders drop constraint orders_reservation_check;
alter table ordering.orders
  add constraint orders_reservation_check
    check (reservation in ('held', 'kept', 'owed', 'taking', 'taken', 'let_go', 'lapsed'));

-- What was reserved and is taken all the same, such as in the provider's dashboard, bought its order or goes back, too.
create or replace function ordering.tickets_or_money_back() returns trigger language plpgsql as $$
declare
  everything text := current_setting('marquee.everything', true);
  buys_nothing boolean;
  back bigint;
begin
  perform set_config('marquee.everything', 'on', true);
  buys_nothing := exists (select from ordering.orders o where o.id = new.order_id and o.paid_by is distinct from new.id);
  select coalesce(sum(r.amount), 0) into back from payment.refunds r
  where buys_nothing and r.payment_id = new.id and r.state not in ('failed', 'declined');
  perform set_config('marquee.everything', coalesce(everything, 'off'), true);
  if buys_nothing and back < coalesce(new.to_capture, new.amount) then
    raise exception 'payment % neither bought its order nor goes back', new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;
drop trigger tickets_or_money_back on payment.payments;
create constraint trigger tickets_or_money_back after update of state on payment.payments
  deferrable initially deferred for each row
  when (old.state <> 'succeeded' and new.state = 'succeeded')
  execute function ordering.tickets_or_money_back();
