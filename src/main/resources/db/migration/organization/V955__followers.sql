-- Who wants to hear of an organization's events. Its own people learn how many they are, never who.
create table organization.followers (
  organization_id uuid not null references organization.organizations on delete cascade,
  person_id uuid not null,
  since timestamptz not null,
  primary key (organization_id, person_id)
);
create index on organization.followers (person_id);

call platform.protect('organization.followers', 'select, insert, delete');
create policy own on organization.followers
  using (person_id = (select platform.person()) or (select platform.everything()));
