-- Names that stood in the trail before V822 get their addresses, so that they go with whoever reads those.
select set_config('marquee.everything', 'on', true);

create table ordering.trail_names as
  select e.subject_id order_id, k.email as address_of, (e.diff -> k.name -> side ->> 'ref')::uuid ref,
         (e.diff -> k.name -> (1 - side) ->> 'ref')::uuid other, (e.diff -> k.email -> side ->> 'ref')::uuid email
    from audit.entries e
    cross join (values ('buyer_name', 'buyer_email'), ('name', 'email')) k (name, email)
    cross join generate_series(0, 1) side
    where e.subject = 'order' and e.diff ? k.name;
create index on ordering.trail_names (order_id);
analyze ordering.trail_names;

-- Who changed both left both in one entry.
update audit.personal p set address = q.value
  from ordering.trail_names t join audit.personal q on q.id = t.email
  where p.id = t.ref and p.address is null;

-- The same name in the same order is the same person: beside this one, or in another entry.
update audit.personal p set address = (
    select q.address from ordering.trail_names o join audit.personal q on q.id = o.ref
      where o.order_id = t.order_id and o.address_of = t.address_of and q.address is not null
        and q.value in (p.value, (select value from audit.personal where id = t.other))
      order by q.value = p.value desc, q.id desc limit 1)
  from ordering.trail_names t
  where p.id = t.ref and p.address is null;

-- The rest have the address that is there now.
update audit.personal p set address = case t.address_of
    when 'buyer_email' then (select buyer_email from ordering.orders where id = t.order_id)
    else coalesce(
      (select email from ordering.attendees where order_id = t.order_id and name = p.value limit 1),
      (select email from ordering.attendees where order_id = t.order_id
         and name = (select value from audit.personal where id = t.other) limit 1),
      (select min(email) from ordering.attendees where order_id = t.order_id having count(distinct email) = 1)) end
  from ordering.trail_names t
  where p.id = t.ref and p.address is null;

drop table ordering.trail_names;
