-- What was last seen of each provider, by whichever node saw it.
create table payment.provider_states (
  provider text primary key,
  state text not null check (state in ('up', 'down')),
  since timestamptz,                          -- null where it was never seen in another
  last_error text,
  failed_at timestamptz
);
call platform.protect('payment.provider_states', 'select, insert, update');
create policy system on payment.provider_states using ((select platform.everything()));
