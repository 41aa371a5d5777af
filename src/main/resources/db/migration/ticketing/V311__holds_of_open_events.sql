-- A hold is taken of an event that is published or live, exactly. Its key to the event waits for whoever is just about to
-- withdraw or cancel it; then this looks at what became of it. The other way round a withdrawal waits for the holds that
-- are under way, and sees them. MQ004: the event is closed, and nothing is kept.
create function ticketing.of_open_events() returns trigger language plpgsql as $$
begin
  if not event.on_sale(array(select distinct event_id from added where state = 'active')) then
    raise exception 'the event is closed' using errcode = 'MQ004';
  end if;
  return null;
end $$;
-- for each statement, and so after the keys of its rows
create trigger of_open_events after insert on ticketing.holds
  referencing new table as added for each statement execute function ticketing.of_open_events();
