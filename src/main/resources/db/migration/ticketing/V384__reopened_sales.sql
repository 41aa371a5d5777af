-- A sale that opens again serves those in line first, in the transaction that opens it.
create function ticketing.sale_was_moved() returns trigger language plpgsql as $$
begin
  if ticketing.lock_waited(new.event_id, '{}') then
    perform ticketing.offer_waiting(new.event_id);
  end if;
  return null;
end $$;
create trigger sale_was_moved after update of sale_starts_at, sale_ends_at on ticketing.ticket_types
  for each row when (old.sale_starts_at is distinct from new.sale_starts_at or old.sale_ends_at is distinct from new.sale_ends_at)
  execute function ticketing.sale_was_moved();
