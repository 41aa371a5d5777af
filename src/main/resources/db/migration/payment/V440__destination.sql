alter table payment.payments
  -- the organization's account that the operator passes the money on to; null where it stays in the books it came to
  add column provider_destination text,
  add check (provider_account is null or provider_destination is null);
