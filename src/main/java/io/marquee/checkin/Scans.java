package io.marquee.checkin;

import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Ids;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketView;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of scans: written once, never changed. */
@Repository
class Scans {
    private final JdbcClient jdbc;
    private final Clock clock;

    Scans(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void write(EventView event, CheckIns.Decision decision, Scan scan) {
        TicketView ticket = decision.ticket();
        jdbc.sql("""
                        insert into checkin.check_ins
                          (id, event_id, organization_id, ticket_id, verdict, gate, device, operator, at)
                        values (:id, :event, :organization, :ticket, :verdict, :gate, :device, :operator, :at)
                        """)
                .param("id", Ids.next())
                .param("event", event.id().value())
                .param("organization", event.organization().value())
                .param("ticket", ticket == null ? null : ticket.id().value())
                .param("verdict", Wire.name(decision.verdict()))
                .param("gate", scan.gate().strip())
                .param("device", scan.device().strip())
                .param("operator", operator())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /** When and where a ticket was first let in. */
    ScanResult.@Nullable FirstSeen admission(TicketId ticket) {
        return jdbc.sql("select at, gate, device from checkin.check_ins where ticket_id = ? and verdict = 'admitted'")
                .param(ticket.value())
                .query((row, n) -> new ScanResult.FirstSeen(
                        row.getTimestamp("at").toInstant(), row.getString("gate"), row.getString("device")))
                .optional()
                .orElse(null);
    }

    /**
     * Newest first.
     *
     * @param refusedOnly without those who were let in
     * @param before the id of the last row of the page before
     */
    List<CheckInView> ofEvent(EventId event, boolean refusedOnly, @Nullable UUID before, int limit) {
        return jdbc.sql("""
                        select id, ticket_id, verdict, gate, device, operator, at
                        from checkin.check_ins
                        where event_id = :event and (:before::uuid is null or id < :before::uuid)
                          and (not :refused or verdict <> 'admitted')
                        order by id desc limit :limit
                        """)
                .param("event", event.value())
                .param("before", before)
                .param("refused", refusedOnly)
                .param("limit", limit)
                .query((row, n) -> new CheckInView(
                        row.getObject("id", UUID.class),
                        row.getObject("ticket_id", UUID.class),
                        Wire.parse(Verdict.class, row.getString("verdict")),
                        row.getString("gate"),
                        row.getString("device"),
                        row.getObject("operator", UUID.class),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** What each gate did, the busiest first. */
    List<GateCount> byGate(EventId event) {
        return jdbc.sql("""
                        select gate, count(*) filter (where verdict = 'admitted') admitted, count(*) scans
                        from checkin.check_ins
                        where event_id = ?
                        group by gate order by admitted desc, gate
                        """)
                .param(event.value())
                .query((row, n) -> new GateCount(
                        row.getString("gate"), row.getInt("admitted"), row.getInt("scans") - row.getInt("admitted")))
                .list();
    }

    private static @Nullable UUID operator() {
        return Acting.current() instanceof Actor.System system && system.onBehalfOf() instanceof Actor.Person person
                ? person.person().value()
                : null;
    }
}
