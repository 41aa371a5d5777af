-- While a provider is asked to give an attempt up, word that money is reserved for it is not believed: it may go with the same call.
alter table payment.payments add column giving_up_until timestamptz;
