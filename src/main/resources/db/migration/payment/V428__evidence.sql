-- What is known of a dispute beside its state, and what the organizer says to it.
alter table payment.disputes
  add column due_by timestamptz,              -- past it no evidence is taken
  add column submitted_at timestamptz,        -- when the organizer decided to hand the evidence in: once, and for good
  add column handed_in_at timestamptz;        -- when the provider had it
create index on payment.disputes (organization_id, created_at desc);
create unique index on payment.disputes (id, organization_id, event_id);

create table payment.evidence (
  dispute_id uuid not null,
  field text not null,
  organization_id uuid not null,
  event_id uuid not null,
  body text,                                  -- of a text
  file_name text,                             -- of a file, which the provider keeps
  file_bytes bigint,
  file_ref text,
  updated_at timestamptz not null,
  primary key (dispute_id, field),
  check ((body is null) = (file_ref is not null)),
  foreign key (dispute_id, organization_id, event_id) references payment.disputes (id, organization_id, event_id)
);
call platform.protect('payment.evidence');
call platform.tenant_policy('payment.evidence', 'event_id');
