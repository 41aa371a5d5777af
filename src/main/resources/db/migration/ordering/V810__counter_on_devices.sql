-- With which device it was sold, where that was one without an account: sold_by is its id then, and this its name.
alter table ordering.counter_sales add column device text;
