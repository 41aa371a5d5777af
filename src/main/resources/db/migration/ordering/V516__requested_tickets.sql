-- A buyer may ask for the money of some tickets: null means all that is left of the order.
alter table ordering.refund_requests add column tickets uuid[] check (tickets is null or cardinality(tickets) between 1 and 1000);
