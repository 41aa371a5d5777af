-- Order and payment never contradict each other, whoever writes what: at the end of every transaction an order that was
-- bought names a payment of its own that brought the money in, and a payment that brought it in either bought its order or
-- is on its way back. They are asked only where such a thing was just written, and see all rows, whoever acts.

create function ordering.paid_by_its_payment() returns trigger language plpgsql as $$
declare
  everything text := current_setting('marquee.everything', true);
  paid boolean;
begin
  perform set_config('marquee.everything', 'on', true);
  paid := exists (select from payment.payments p
                  where p.id = new.paid_by and p.order_id = new.id and p.state in ('succeeded', 'authorised'));
  perform set_config('marquee.everything', coalesce(everything, 'off'), true);
  if not paid then
    raise exception 'order % is paid by no payment of its own', new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger paid_by_its_payment after insert or update of paid_by on ordering.orders
  deferrable initially deferred for each row when (new.paid_by is not null)
  execute function ordering.paid_by_its_payment();

create function ordering.tickets_or_money_back() returns trigger language plpgsql as $$
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
  if buys_nothing and back < new.amount then
    raise exception 'payment % neither bought its order nor goes back', new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger tickets_or_money_back after update of state on payment.payments
  deferrable initially deferred for each row
  when (old.state <> 'succeeded' and new.state = 'succeeded' and new.capture = 'at_once')
  execute function ordering.tickets_or_money_back();

-- What has ended stays ended.
create function payment.no_way_back() returns trigger language plpgsql as $$
begin
  raise exception 'payment % has ended as %', old.id, old.state using errcode = 'check_violation';
end $$;
create trigger no_way_back before update of state on payment.payments
  for each row when (old.state in ('succeeded', 'failed', 'cancelled') and new.state <> old.state)
  execute function payment.no_way_back();
