call event.within_tenant('ordering.orders');

-- What belongs to an order names the order's own event and organization, by the key that it has to the order anyway: so an
-- order costs no more to place. The index is the one by which an event's orders are listed, a column wider.
drop index ordering.orders_event_id_id_idx;
alter table ordering.orders add constraint of_one_tenant unique (event_id, id, organization_id);

create procedure ordering.within_order(target regclass, on_delete text default 'no action')
language plpgsql as $$
begin
  execute format('alter table %s drop constraint if exists %I', target,
    (select relname || '_order_id_fkey' from pg_class where oid = target));
  execute format('alter table %s add constraint within_order foreign key (event_id, order_id, organization_id)
    references ordering.orders (event_id, id, organization_id) on delete %s', target, on_delete);
end $$;

call ordering.within_order('ordering.order_lines', 'cascade');
call ordering.within_order('ordering.attendees', 'cascade');
call ordering.within_order('ordering.refunds');
call ordering.within_order('ordering.refund_requests');
