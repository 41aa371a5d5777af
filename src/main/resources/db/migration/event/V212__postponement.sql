-- A published event that takes place later than it was said, on a day that is known or not known yet.
alter table event.events
  add column postponed_from timestamp,         -- what was said first: local, as starts_local
  add column new_date_known boolean,
  add column postponement_reason text,
  add check ((postponed_from is null) = (new_date_known is null)),
  add check ((postponed_from is null) = (postponement_reason is null));
