-- Whoever seals takes rows that nobody else is taking, which PostgreSQL calls an update.
grant update on ledger.unsealed to marquee_app;
