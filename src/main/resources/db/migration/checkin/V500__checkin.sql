create schema checkin;
grant usage on schema checkin to marquee_app;

-- Every scan is a row that is never changed.
create table checkin.check_ins (
  id uuid primary key,
  event_id uuid not null references event.events,
  organization_id uuid not null,
  ticket_id uuid,                             -- null: forged or unknown
  verdict text not null check (verdict in ('admitted', 'already_in', 'wrong_event', 'wrong_gate', 'outside_hours',
    'not_approved', 'cancelled', 'refunded', 'transferred', 'unknown', 'forged', 'device_revoked')),
  gate text not null,
  device text not null,
  operator uuid,
  at timestamptz not null
);
-- However many gates scan at once, a ticket is admitted once.
create unique index admitted_once on checkin.check_ins (ticket_id) where verdict = 'admitted';
create index on checkin.check_ins (event_id, id);

call platform.protect('checkin.check_ins', 'select, insert');
create policy door on checkin.check_ins for select
  using (organization_id = any ((select platform.organizations())::uuid[])
         or event_id = any ((select platform.door())::uuid[]) or (select platform.everything()));
-- Written by the system alone, on behalf of whoever scans.
create policy scan on checkin.check_ins for insert
  with check ((select platform.actor_kind()) = 'system'
              and (organization_id = any ((select platform.organizations())::uuid[]) or (select platform.everything())));
