-- Makes active holds their buyers' and consumes them, each all or nothing. Answers those that were sold: a hold that has
-- ended, is somebody's already or would be too much for one person is left as it is.
create function ticketing.sell(p_holds uuid[], p_buyers text[], p_at timestamptz) returns uuid[] language plpgsql as $$
#variable_conflict use_column
declare
  ready uuid[];
  limited uuid[];
  step record;
begin
  with locked as (
    select id from ticketing.holds
     where id = any (p_holds) and state = 'active' and expires_at > p_at and buyer is null
     order by id
       for update
  ) select coalesce(array_agg(id), '{}') into ready from locked;

  limited := array(
    select l.hold_id from ticketing.hold_lines l join ticketing.ticket_types t on t.id = l.ticket_type_id
     where l.hold_id = any (ready) and t.max_per_person is not null
     union
    select w.hold_id from ticketing.hold_draws w join ticketing.quotas q on q.id = w.quota_id
     where w.hold_id = any (ready) and q.per_person is not null);

  -- where there is no limit it is counted all the same, for one that is set later
  insert into ticketing.takes as had (ticket_type_id, buyer, organization_id, taken)
  select l.ticket_type_id, w.buyer, l.organization_id, sum(l.quantity)
    from unnest(p_holds, p_buyers) w (hold_id, buyer) join ticketing.hold_lines l on l.hold_id = w.hold_id
   where w.hold_id = any (ready) and w.hold_id <> all (limited)
   group by l.ticket_type_id, w.buyer, l.organization_id
   order by l.ticket_type_id, w.buyer
  on conflict (ticket_type_id, buyer) do update set taken = had.taken + excluded.taken;
  update ticketing.hold_draws d set buyer = w.buyer
    from unnest(p_holds, p_buyers) w (hold_id, buyer)
   where d.hold_id = w.hold_id and w.hold_id = any (ready) and w.hold_id <> all (limited);

  for step in
    select w.hold_id, w.buyer from unnest(p_holds, p_buyers) w (hold_id, buyer)
     where w.hold_id = any (limited)
     order by w.buyer, w.hold_id
  loop
    begin
      if ticketing.count_for_person(step.hold_id, step.buyer) is not null then
        raise exception 'too many for one person' using errcode = 'MQ003';
      end if;
    exception when sqlstate 'MQ003' then
      ready := array_remove(ready, step.hold_id);
    end;
  end loop;

  update ticketing.holds h set buyer = w.buyer, state = 'consumed'
    from unnest(p_holds, p_buyers) w (hold_id, buyer)
   where h.id = w.hold_id and h.id = any (ready);
  return ready;
end $$;
