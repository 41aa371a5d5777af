-- Keeps these events from being closed until the transaction ends: for modules above that are about to lock rows of their own
-- which whoever closes an event locks after it.
create function event.keep(p_events uuid[]) returns void language sql as $$
  select from event.events where id = any (p_events) order by id for key share
$$;
