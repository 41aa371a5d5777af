-- Written anew in V383, it lost its settings: each sale was planned for longer than it took.
alter function ticketing.sell(uuid[], text[], timestamptz)
  set plan_cache_mode = force_generic_plan set enable_seqscan = off;
