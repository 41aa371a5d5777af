select set_config('marquee.everything', 'on', true);

alter table checkin.check_ins
  add column nonce uuid,                      -- the scanner's: the same again is the same scan
  add column device_id uuid references checkin.devices,
  add column uploaded_by uuid references checkin.devices,  -- another device that handed it in for the first
  add column direction text not null default 'in' check (direction in ('in', 'out')),
  add column entry_right text not null default '',  -- of which this admission is the one use
  add column offline boolean not null default false,
  add column told text,                       -- what the gate told by itself
  add column local_at timestamptz,            -- by the device's clock; "at" is set right
  add column received_at timestamptz;
-- scans are rows that nobody may change, their owner neither: this once they get what they lack
alter table checkin.check_ins no force row level security;
update checkin.check_ins set received_at = at;
alter table checkin.check_ins force row level security;
alter table checkin.check_ins alter column received_at set not null, add check (offline = (told is not null));
create unique index one_scan_per_nonce on checkin.check_ins (event_id, nonce);
create index on checkin.check_ins (ticket_id);

drop index checkin.admitted_once;
-- However many gates scan at once, each right to enter is used once, until that is taken back.
create unique index admitted_once on checkin.check_ins (ticket_id, entry_right)
  where verdict = 'admitted' and direction = 'in' and undone_at is null;

-- What a gate told by itself and the server would have told otherwise.
create table checkin.conflicts (
  id uuid primary key,
  event_id uuid not null references event.events,
  organization_id uuid not null,
  kind text not null check (kind in ('double_entry', 'not_valid', 'turned_away')),
  ticket_id uuid,                             -- null: the code named none
  scan_id uuid not null references checkin.check_ins unique,
  other_scan_id uuid references checkin.check_ins,  -- the admission that stands
  told text not null,
  raised_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid,
  note text,
  check ((settled_at is null) = (note is null))
);
create index on checkin.conflicts (event_id, id);

call platform.protect('checkin.conflicts', 'select, insert');
grant update (settled_at, settled_by, note) on checkin.conflicts to marquee_app;
create policy door on checkin.conflicts for select
  using (organization_id = any ((select platform.organizations())::uuid[])
         or event_id = any ((select platform.door())::uuid[]) or (select platform.everything()));
create policy raise on checkin.conflicts for insert
  with check ((select platform.actor_kind()) = 'system'
              and (organization_id = any ((select platform.organizations())::uuid[]) or (select platform.everything())));
create policy settle on checkin.conflicts for update
  using ((select platform.actor_kind()) = 'system'
         and (organization_id = any ((select platform.organizations())::uuid[]) or (select platform.everything())));
call event.within_tenant('checkin.conflicts');
