-- An attempt may only set a method of payment up: nothing is taken, and the method is kept to be charged later, while nobody
-- is there, by attempts of their own. As soon as it is decided what these take (to_capture), it no longer stands in their way.
alter table payment.payments
  drop constraint payments_capture_check,
  add constraint payments_capture_check check (capture in ('at_once', 'later', 'set_up')),
  add column kept_customer text,              -- what the provider calls the person, and
  add column kept_method text;                -- the method, once it is set up

drop index payment.one_standing;
create unique index one_standing on payment.payments (order_id)
  where state in ('created', 'requires_action', 'processing', 'authorised', 'succeeded')
    and (capture <> 'set_up' or to_capture is null);

-- What is set up is decided; it waits for nobody until it is let go.
drop index payment.undecided_payments;
create index undecided_payments on payment.payments (id)
  where state in ('created', 'requires_action', 'processing', 'authorised')
    and (capture <> 'set_up' or state <> 'authorised' or give_up_at is not null);

-- The sandbox sets cards up, too.
alter table payment.sandbox_charges add column sets_up boolean not null default false;
