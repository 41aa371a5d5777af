package io.marquee.ticketing.waiting;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import io.marquee.ticketing.HoldId;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of tickets given back to the list. */
@Repository
class ResaleRows {
    private static final String SELECT = """
            select id, ticket_id, event_id, organization_id, state, hold_id, created_at from ticketing.resales
            """;

    private final JdbcClient jdbc;

    ResaleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when the ticket is on the list already */
    boolean insert(UUID id, TicketView ticket, Instant at) {
        return jdbc.sql("""
                        insert into ticketing.resales
                          (id, ticket_id, ticket_type_id, event_id, organization_id, hold_of_seller, serial, state, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, 'listed', ?)
                        on conflict (ticket_id) where state in ('listed', 'offered') do nothing
                        """)
                        .params(
                                id,
                                ticket.id().value(),
                                ticket.ticketType().value(),
                                ticket.event().value(),
                                ticket.organization().value(),
                                ticket.hold().value(),
                                ticket.serial(),
                                Timestamp.from(at))
                        .update()
                == 1;
    }

    /** The last one of a ticket. */
    @Nullable
    ResaleView of(TicketId ticket) {
        return jdbc.sql(SELECT + "where ticket_id = ? order by created_at desc, id desc limit 1")
                .param(ticket.value())
                .query(ResaleRows::view)
                .optional()
                .orElse(null);
    }

    /** The compare-and-set. */
    boolean move(UUID id, ResaleState from, ResaleState to, Instant at) {
        return jdbc.sql(
                                "update ticketing.resales set state = ?, decided_at = ?, hold_id = null where id = ? and state = ?")
                        .params(Wire.name(to), Timestamp.from(at), id, Wire.name(from))
                        .update()
                == 1;
    }

    boolean isOnItsWay(TicketId ticket) {
        return jdbc.sql("select exists (select from ticketing.transfers where ticket_id = ? and state = 'offered')")
                .param(ticket.value())
                .query(Boolean.class)
                .single();
    }

    /** Those whose ticket was used, has ended or has another holder. */
    List<ResaleView> over(int limit) {
        return jdbc.sql(SELECT + """
                         where state in ('listed', 'offered')
                           and not exists (select from ticketing.tickets k
                                            where k.id = ticket_id and k.serial = resales.serial and k.state = 'issued')
                         limit ?
                        """).param(limit).query(ResaleRows::view).list();
    }

    private static ResaleView view(ResultSet row, int n) throws SQLException {
        UUID hold = row.getObject("hold_id", UUID.class);
        return new ResaleView(
                row.getObject("id", UUID.class),
                new TicketId(row.getObject("ticket_id", UUID.class)),
                new EventId(row.getObject("event_id", UUID.class)),
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                Wire.parse(ResaleState.class, row.getString("state")),
                hold == null ? null : new HoldId(hold),
                row.getTimestamp("created_at").toInstant());
    }
}
