-- Which transaction wrote a ticket last: a scanner asks for what changed since the oldest one that was open when it asked before.
alter table ticketing.tickets add column changed_by xid8 not null default pg_current_xact_id();
create index on ticketing.tickets (event_id, changed_by);

create function ticketing.note_change() returns trigger language plpgsql as $$
begin
  new.changed_by := pg_current_xact_id();
  return new;
end $$;
create trigger note_change before update on ticketing.tickets
  for each row execute function ticketing.note_change();
