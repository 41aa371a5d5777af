-- Which gates there are is read from name to name; which conflicts came after one, from one to the next.
create index on checkin.check_ins (event_id, gate);
create index on checkin.conflicts (event_id, raised_at, id);
