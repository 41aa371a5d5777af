-- An archive is a private file; one that is there is made again.
select set_config('marquee.everything', 'on', true);
update privacy.exports set state = 'preparing', token_hash = null, due_at = now() where state = 'ready';
alter table privacy.exports drop column archive;
alter table privacy.exports add column file_id uuid;
