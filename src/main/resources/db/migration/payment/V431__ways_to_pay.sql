-- Through which providers an organization is paid; without a row through all that can be used.
create table payment.provider_choices (
  organization_id uuid not null,
  provider text not null,
  primary key (organization_id, provider)
);

-- A person in a provider's books: in the operator's, and in each organization's that has books of its own.
create table payment.customers (
  id uuid primary key,
  person_id uuid not null,
  provider text not null,
  provider_account text,                        -- null: the operator's
  customer text,                                -- the provider's id; null until it has answered
  created_at timestamptz not null,
  unique nulls not distinct (person_id, provider, provider_account)
);

alter table payment.payments
  add column buyer_absent boolean not null default false,   -- a kept method is charged while nobody can be asked
  add column to_capture bigint check (to_capture > 0 and to_capture <= amount);   -- stored before it is asked for

-- Of money that was reserved only what was taken can go back.
create or replace function payment.never_more_than_paid() returns trigger language plpgsql as $$
declare
  paid payment.payments;
  back bigint;
begin
  select * into paid from payment.payments where id = new.payment_id for no key update;
  if paid.id is null or paid.state <> 'succeeded' or paid.currency <> new.currency then
    raise exception 'payment % has no such money to give back', new.payment_id using errcode = 'check_violation';
  end if;
  select coalesce(sum(amount), 0) into back from payment.refunds
  where payment_id = new.payment_id and id <> new.id and state not in ('failed', 'declined');
  if back + new.amount > coalesce(paid.to_capture, paid.amount) then
    raise exception 'more than was paid with payment %', new.payment_id using errcode = 'check_violation';
  end if;
  return new;
end $$;

call platform.protect('payment.provider_choices');
call platform.protect('payment.customers');
call platform.tenant_policy('payment.provider_choices');
create policy own on payment.customers using (person_id = (select platform.person()));
create policy system on payment.customers using ((select platform.everything()));
