-- For whom a ticket was issued, or who accepted it, where that was corrected since: corrections are measured by it, not by each other.
alter table ticketing.tickets add first_name text, add first_email text;

-- Of these holds, those that came to nothing.
create function ticketing.abandoned(p_holds uuid[]) returns setof uuid language sql stable as $$
  select id from ticketing.holds where id = any (p_holds) and state in ('released', 'expired')
$$;
