-- The lines of an order as they were quoted: what was taken off, the taxes and fees inside the total, and how they came
-- about where there is more to it than price times quantity.
alter table ordering.order_lines
  add column discount_amount bigint not null default 0 check (discount_amount >= 0),
  add column tax_amount bigint not null default 0 check (tax_amount >= 0),
  add column fee_amount bigint not null default 0 check (fee_amount >= 0),
  add column total_amount bigint check (total_amount >= 0),
  add column quote jsonb;
select set_config('marquee.everything', 'on', true);
update ordering.order_lines set total_amount = price_amount * quantity;
alter table ordering.order_lines alter column total_amount set not null;
