-- The sandbox reserves money and takes it later, where the shop wants that.
alter table payment.sandbox_charges
  add column captures_later boolean not null default false,
  drop constraint sandbox_charges_state_check,
  add constraint sandbox_charges_state_check check (state in ('open', 'needs_authentication', 'processing', 'authorised',
                                                              'paid', 'declined', 'cancelled', 'expired'));
