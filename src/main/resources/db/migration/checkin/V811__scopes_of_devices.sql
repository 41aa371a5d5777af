-- What a device may do beside scanning.
alter table checkin.devices
  add column scopes text[] not null default '{}' check (scopes <@ array['sell', 'rename']);
