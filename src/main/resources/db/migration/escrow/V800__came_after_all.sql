-- A gate that was alone can tell late that somebody came: their stake goes back, though it was lost and is the organizer's in the
-- books. It is not among the stakes held, so the refund takes it from what was earned.
alter table escrow.stakes add column earned boolean not null default false;
