-- The functions that move stock touch a few rows by their keys, whatever they are asked. Under row-level security to plan one
-- of their statements takes ten times as long as to run it: they keep their plans, and never one that reads a whole table
-- because it was small once.
alter function ticketing.move_stock(uuid[], int[], int[])
  set plan_cache_mode = force_generic_plan set enable_seqscan = off;
alter function ticketing.claim_stock(uuid[], int[])
  set plan_cache_mode = force_generic_plan set enable_seqscan = off;
alter function ticketing.allot(int[], uuid[], int[])
  set plan_cache_mode = force_generic_plan set enable_seqscan = off;
alter function ticketing.take_all(
  uuid, uuid, uuid[], timestamptz, timestamptz, int[], uuid[], text[], int[], bigint[], text[], text[], int[], uuid[], int[])
  set plan_cache_mode = force_generic_plan set enable_seqscan = off;
alter function ticketing.sell(uuid[], text[], timestamptz)
  set plan_cache_mode = force_generic_plan set enable_seqscan = off;
alter function ticketing.claim(uuid, text, timestamptz)
  set plan_cache_mode = force_generic_plan set enable_seqscan = off;
alter function ticketing.count_for_person(uuid, text)
  set plan_cache_mode = force_generic_plan set enable_seqscan = off;
alter function ticketing.uncount(uuid[])
  set plan_cache_mode = force_generic_plan set enable_seqscan = off;
alter function ticketing.give_back(uuid[])
  set plan_cache_mode = force_generic_plan set enable_seqscan = off;
alter function ticketing.settle(uuid[], timestamptz)
  set plan_cache_mode = force_generic_plan set enable_seqscan = off;
alter function ticketing.give_up(uuid[], boolean, timestamptz)
  set plan_cache_mode = force_generic_plan set enable_seqscan = off;

-- Whose it is is asked before whether its event is public: that reads other tables, and all events where it must.
alter policy visible on ticketing.ticket_types
  using (not (organization_id = any ((select platform.organizations())::uuid[]) or (select platform.everything()))
         and exists (select from event.events e where e.id = event_id));
alter policy visible on ticketing.quotas
  using (not (organization_id = any ((select platform.organizations())::uuid[]) or (select platform.everything()))
         and exists (select from event.events e where e.id = event_id));
alter policy visible on ticketing.draws
  using (not (organization_id = any ((select platform.organizations())::uuid[]) or (select platform.everything()))
         and exists (select from ticketing.ticket_types t where t.id = ticket_type_id));

-- What is to be settled, in the order in which it is.
create index on ticketing.holds (organization_id, id) where state = 'consumed' and settled_at is null;
