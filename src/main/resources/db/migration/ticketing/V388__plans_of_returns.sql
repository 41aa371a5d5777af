-- As in V372, for what was written anew since.
alter function ticketing.give_back(uuid[])
  set plan_cache_mode = force_generic_plan set enable_seqscan = off;
alter function ticketing.give_up(uuid[], boolean, timestamptz)
  set plan_cache_mode = force_generic_plan set enable_seqscan = off;
alter function ticketing.lock_waited(uuid, uuid[])
  set plan_cache_mode = force_generic_plan set enable_seqscan = off;
alter function ticketing.offer_waiting(uuid)
  set plan_cache_mode = force_generic_plan set enable_seqscan = off;

-- Carts are taken many at once.
drop function ticketing.take(
  uuid, uuid, uuid, uuid[], text[], int[], bigint[], text[], text[], uuid[], int[], timestamptz, timestamptz);
