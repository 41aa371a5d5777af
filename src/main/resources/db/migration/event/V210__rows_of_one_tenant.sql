-- A row that names an event and an organization names the event's own organization. The policies cannot say so: they let a
-- tenant write whatever carries its organization, also beside somebody else's event.
alter table event.events add constraint of_one_tenant unique (id, organization_id);

-- The key that a table with both columns has to its event, instead of one by event_id alone.
create procedure event.within_tenant(target regclass, on_delete text default 'no action')
language plpgsql as $$
begin
  execute format('alter table %s drop constraint if exists %I', target,
    (select relname || '_event_id_fkey' from pg_class where oid = target));
  execute format('alter table %s add constraint within_tenant foreign key (event_id, organization_id)
    references event.events (id, organization_id) on delete %s', target, on_delete);
end $$;

call event.within_tenant('event.roles', 'cascade');
call event.within_tenant('event.invitations', 'cascade');
call event.within_tenant('event.listings', 'cascade');
