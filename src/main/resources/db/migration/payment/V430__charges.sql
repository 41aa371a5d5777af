-- Where an attempt is in the provider's books, and how it was asked for.
alter table payment.payments
  add column provider_account text,             -- the organization's account there; null for the operator's own
  add column application_fee bigint not null default 0 check (application_fee >= 0 and application_fee <= amount),
  add column customer text,
  add column presentation text not null default 'redirect' check (presentation in ('redirect', 'embedded')),
  add column capture text not null default 'at_once' check (capture in ('at_once', 'later')),
  add column keep_method boolean not null default false,
  add column client_secret text,                -- opens this one charge to the provider's script, while the buyer must act
  add column provider_fee bigint check (provider_fee >= 0);
