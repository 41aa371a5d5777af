-- What a transaction said of who acts, as the policies read it. Each is stable and takes no argument, so that
-- "(select platform.organizations())" in a policy is evaluated once a statement and not once a row.

create function platform.actor_kind() returns text language sql stable parallel safe as
$$ select coalesce(nullif(current_setting('marquee.kind', true), ''), 'nobody') $$;

create function platform.person() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('marquee.person', true), '')::uuid $$;

-- The person's verified address: what was bought with it is theirs.
create function platform.email() returns text language sql stable parallel safe as
$$ select nullif(current_setting('marquee.email', true), '') $$;

-- Organizations in which the actor has a role, or the one for which the system acts.
create function platform.organizations() returns uuid[] language sql stable parallel safe as
$$ select coalesce(nullif(current_setting('marquee.organizations', true), ''), '{}')::uuid[] $$;

-- Events on which the actor has a role of their own above staff.
create function platform.events() returns uuid[] language sql stable parallel safe as
$$ select coalesce(nullif(current_setting('marquee.events', true), ''), '{}')::uuid[] $$;

-- The same with those where they are staff: for tickets and check-ins, never for money.
create function platform.door() returns uuid[] language sql stable parallel safe as
$$ select coalesce(nullif(current_setting('marquee.door', true), ''), '{}')::uuid[] $$;

-- The hold that the actor's token opens.
create function platform.capability() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('marquee.capability', true), '')::uuid $$;

-- The system acting for the whole platform.
create function platform.everything() returns boolean language sql stable parallel safe as
$$ select coalesce(nullif(current_setting('marquee.everything', true), ''), 'off') = 'on' $$;

-- Puts a table under row-level security for its owner too, and lets the application's role use it.
create procedure platform.protect(target regclass, privileges text default 'select, insert, update, delete')
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('grant %s on %s to marquee_app', privileges, target);
end $$;

-- The tenant's policy that most tables have: the organization's people, the event's people, the system.
create procedure platform.tenant_policy(target regclass, event_column text default null)
language plpgsql as $$
begin
  execute format(
    'create policy tenant on %s using (organization_id = any ((select platform.organizations())::uuid[])%s
       or (select platform.everything()))',
    target,
    case when event_column is null then ''
         else format(' or %I = any ((select platform.events())::uuid[])', event_column) end);
end $$;
