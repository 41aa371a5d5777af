-- An admission that was taken back, by whom and why. Its row stays; the ticket can be admitted again.
alter table checkin.check_ins
  add column undone_at timestamptz,
  add column undone_by uuid,
  add column undo_reason text,
  add check ((undone_at is null) = (undo_reason is null)),
  add check (undone_at is null or verdict = 'admitted');
drop index checkin.admitted_once;
-- However many gates scan at once, a ticket is admitted once, until that is taken back.
create unique index admitted_once on checkin.check_ins (ticket_id) where verdict = 'admitted' and undone_at is null;

grant update (undone_at, undone_by, undo_reason) on checkin.check_ins to marquee_app;
create policy undo on checkin.check_ins for update
  using ((select platform.actor_kind()) = 'system'
         and (organization_id = any ((select platform.organizations())::uuid[]) or (select platform.everything())));
