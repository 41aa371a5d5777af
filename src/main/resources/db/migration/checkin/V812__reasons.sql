-- Why a scan was refused, where the verdict alone would mislead.
alter table checkin.check_ins
  add column reason text check (reason in ('stale_code', 'static_code', 'list_closed', 'room_full'));
