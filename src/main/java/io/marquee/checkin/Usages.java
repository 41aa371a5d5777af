package io.marquee.checkin;

import io.marquee.kernel.Wire;
import io.marquee.ticketing.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was let through on a list so far, as the scans tell. */
@Repository
class Usages {
    private final JdbcClient jdbc;

    Usages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Use(Direction direction, Instant at) {}

    /** Of one ticket, in the order they came, without what was taken back. */
    List<Use> of(UUID list, TicketId ticket) {
        return jdbc.sql("""
                        select direction, at from checkin.check_ins
                         where list_id = ? and ticket_id = ? and verdict = 'admitted' and undone_at is null
                         order by at, id
                        """)
                .params(list, ticket.value())
                .query((row, n) -> new Use(
                        Wire.parse(Direction.class, row.getString(1)),
                        row.getTimestamp(2).toInstant()))
                .list();
    }

    /** How often a ticket came in, also where that was taken back: no two of them are the same right to enter. */
    int entries(UUID list, TicketId ticket) {
        return jdbc.sql("""
                        select count(*) from checkin.check_ins
                         where list_id = ? and ticket_id = ? and verdict = 'admitted' and direction = 'in'
                        """).params(list, ticket.value()).query(Integer.class).single();
    }

    /** How many tickets whose last way through was in. */
    int inside(UUID list) {
        return jdbc.sql("""
                        select count(*) filter (where direction = 'in') from (
                          select distinct on (ticket_id) direction from checkin.check_ins
                           where list_id = ? and verdict = 'admitted' and undone_at is null
                           order by ticket_id, at desc, id desc) last
                        """).param(list).query(Integer.class).single();
    }
}
