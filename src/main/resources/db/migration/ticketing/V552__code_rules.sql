-- Whether an event's codes change every few seconds on their holders' pages. No row: they don't.
create table ticketing.code_rules (
  event_id uuid primary key,
  organization_id uuid not null,
  moving text not null check (moving in ('off', 'preferred', 'required'))
);
call platform.protect('ticketing.code_rules');
call platform.tenant_policy('ticketing.code_rules', 'event_id');
call event.within_tenant('ticketing.code_rules', 'cascade');
