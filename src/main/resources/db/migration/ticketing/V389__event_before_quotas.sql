-- A hold's key locks its event. Where quotas are locked before the hold is written, the event goes first, as with whoever
-- withdraws or cancels it: event, holds, quotas.
alter function ticketing.allot(int[], uuid[], int[]) rename to allot_kept;
create function ticketing.allot(p_carts int[], p_sources uuid[], p_quantities int[]) returns int[] language plpgsql
  set plan_cache_mode = force_generic_plan set enable_seqscan = off
as $$
begin
  perform event.keep(array(select distinct t.event_id from ticketing.ticket_types t where t.id = any (p_sources)));
  return ticketing.allot_kept(p_carts, p_sources, p_quantities);
end $$;

create or replace function ticketing.lock_waited(p_event uuid, p_sources uuid[]) returns boolean language plpgsql
  set plan_cache_mode = force_generic_plan set enable_seqscan = off
as $$
#variable_conflict use_column
declare
  anybody boolean;
begin
  anybody := exists (select from ticketing.waiting_entries where event_id = p_event and state = 'waiting');
  if anybody then
    perform event.keep(array[p_event]);
    perform from ticketing.quotas q
      where q.id in (select d.quota_id from ticketing.draws d
                      where d.ticket_type_id = any (p_sources)
                         or d.ticket_type_id in (select w.ticket_type_id from ticketing.waiting_entries w
                                                  where w.event_id = p_event and w.state = 'waiting'))
         or q.id = any (p_sources)
      order by q.id for update;
  end if;
  return anybody;
end $$;
