-- A guest list comes by the thousand. What new guests are found by is put in by one statement for all of them, in the order of the
-- index: policies and keys are then looked at once, and not once for each guest.
drop trigger index_terms on guest.guests;

create function guest.index_new_terms() returns trigger language plpgsql as $$
begin
  insert into guest.terms (event_id, term, guest_id, organization_id)
  select n.event_id, term, n.id, n.organization_id
    from new_guests n cross join unnest(n.terms) term
   order by n.event_id, term collate "C", n.id
  on conflict do nothing;
  return null;
end $$;
create trigger index_new_terms after insert on guest.guests
  referencing new table as new_guests for each statement execute function guest.index_new_terms();

create trigger index_terms after update of terms on guest.guests
  for each row when (old.terms is distinct from new.terms) execute function guest.index_terms();

create or replace function guest.index_terms() returns trigger language plpgsql as $$
begin
  delete from guest.terms where guest_id = new.id and term <> all (new.terms);
  insert into guest.terms (event_id, term, guest_id, organization_id)
  select new.event_id, term, new.id, new.organization_id from unnest(new.terms) term on conflict do nothing;
  return null;
end $$;

-- Most of those who are new take no place yet.
drop trigger count_places on guest.guests;
create trigger count_places after delete or update of state, plus_ones, tickets on guest.guests
  for each row execute function guest.count_places();
create trigger count_new_places after insert on guest.guests
  for each row when (guest.places(new.state, new.plus_ones, new.tickets) <> 0) execute function guest.count_places();
