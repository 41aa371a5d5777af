-- A type whose price is a stake: its tickets begin as staked, and the money goes back to whoever comes.
alter table ticketing.ticket_types add column stake boolean not null default false;
-- What is settled when its event has been over for a while.
create index on ticketing.tickets (event_id, id) where state = 'staked';
