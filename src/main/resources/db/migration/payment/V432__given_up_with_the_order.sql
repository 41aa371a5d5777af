-- An attempt ends with its order, where that ends before the attempt would: then we give it up at the provider.
alter table payment.payments add column give_up_at timestamptz;
