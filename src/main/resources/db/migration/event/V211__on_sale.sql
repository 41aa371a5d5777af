-- Whether all of these may be sold for: asked by the modules above in a statement after the one whose key locked the events.
create function event.on_sale(p_events uuid[]) returns boolean language sql stable as $$
  select not exists (
    select from unnest(p_events) wanted (id)
     where not exists (select from event.events e where e.id = wanted.id and e.state in ('published', 'live')))
$$;
