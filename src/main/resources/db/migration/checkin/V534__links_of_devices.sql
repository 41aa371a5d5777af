-- How often a device got a link: with each one but the first, the key of a phone ended.
alter table checkin.devices add column links int not null default 1;
