package io.marquee.checkin.roster;

import io.marquee.checkin.ScanResult.FirstSeen;
import io.marquee.ticketing.TicketId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When and where tickets were first let in. */
@Repository
class FirstAdmissions {
    private final JdbcClient jdbc;

    FirstAdmissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<TicketId, FirstSeen> of(Collection<TicketId> tickets) {
        Map<TicketId, FirstSeen> first = new HashMap<>();
        if (tickets.isEmpty()) return first;
        jdbc.sql("""
                        select distinct on (ticket_id) ticket_id, at, gate, device from checkin.check_ins
                        where ticket_id = any (?) and admission and verdict = 'admitted' and direction = 'in' and undone_at is null
                        order by ticket_id, at
                        """)
                .param(tickets.stream().map(TicketId::value).toArray(UUID[]::new))
                .query(row -> {
                    first.put(
                            new TicketId(row.getObject(1, UUID.class)),
                            new FirstSeen(row.getTimestamp(2).toInstant(), row.getString(3), row.getString(4)));
                });
        return first;
    }
}
