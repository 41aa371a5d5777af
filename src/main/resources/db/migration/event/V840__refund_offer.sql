-- Whoever bought before an event was postponed takes their money back by themselves, until the end of that day in its zone.
-- A later postponement makes the offer longer, never shorter: buyers were told of it.
alter table event.events
  add column refunds_until date,
  add column refunds_offered_at timestamptz,
  add check ((refunds_until is null) = (refunds_offered_at is null));
