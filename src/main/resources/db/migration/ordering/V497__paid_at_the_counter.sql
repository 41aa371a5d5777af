-- An order that was bought names a payment of its own that brought the money in, or what was paid for it over the counter.
create or replace function ordering.paid_by_its_payment() returns trigger language plpgsql as $$
declare
  everything text := current_setting('marquee.everything', true);
  paid boolean;
begin
  perform set_config('marquee.everything', 'on', true);
  paid := exists (select from payment.payments p
                  where p.id = new.paid_by and p.order_id = new.id and p.state in ('succeeded', 'authorised'))
       or exists (select from ordering.counter_sales s where s.id = new.paid_by and s.order_id = new.id);
  perform set_config('marquee.everything', coalesce(everything, 'off'), true);
  if not paid then
    raise exception 'order % is paid by no payment of its own', new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;
