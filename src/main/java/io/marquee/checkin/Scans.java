package io.marquee.checkin;

import io.marquee.kernel.EventId;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of scans: written once. That one was taken back is all that is ever added. */
@Repository
class Scans {
    private final JdbcClient jdbc;
    private final Clock clock;

    Scans(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param offline null where the server decided at once */
    void write(UUID id, ScanBook.Page page, Scan scan, Deciding.Decision decision, @Nullable OfflineScan offline) {
        TicketView ticket = decision.ticket();
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into checkin.check_ins
                          (id, event_id, organization_id, ticket_id, verdict, gate, device, operator, at, nonce, device_id,
                           uploaded_by, direction, list_id, entry_right, admission, offline, told, local_at, received_at)
                        values (:id, :event, :organization, :ticket, :verdict, :gate, :device, :operator, :at, :nonce, :maker,
                           :uploader, :direction, :list, :right, :admission, :offline, :told, :localAt, :receivedAt)
                        """)
                .param("id", id)
                .param("event", page.event().id().value())
                .param("organization", page.event().organization().value())
                .param("ticket", ticket == null ? null : ticket.id().value())
                .param("verdict", Wire.name(decision.verdict()))
                .param("gate", scan.gate().strip())
                .param("device", page.deviceName().strip())
                .param("operator", operator())
                .param("at", Timestamp.from(offline == null ? now : offline.at()))
                .param("nonce", scan.nonce())
                .param("maker", page.maker() == null ? null : page.maker().id())
                .param(
                        "uploader",
                        page.uploader() == null ? null : page.uploader().id())
                .param("direction", Wire.name(scan.direction()))
                .param("list", decision.list())
                .param("right", decision.right())
                .param("admission", decision.admission())
                .param("offline", offline != null)
                .param("told", offline == null ? null : Wire.name(offline.told()))
                .param("localAt", offline == null ? null : Timestamp.from(offline.localAt()))
                .param("receivedAt", Timestamp.from(now))
                .update();
    }

    ScanBook.@Nullable Written byNonce(EventId event, UUID nonce) {
        return jdbc.sql(
                        "select id, verdict, ticket_id, told, list_id from checkin.check_ins where event_id = ? and nonce = ?")
                .params(event.value(), nonce)
                .query((row, n) -> {
                    UUID ticket = row.getObject("ticket_id", UUID.class);
                    String told = row.getString("told");
                    return new ScanBook.Written(
                            row.getObject("id", UUID.class),
                            Wire.parse(Verdict.class, row.getString("verdict")),
                            ticket == null ? null : new TicketId(ticket),
                            told == null ? null : Wire.parse(Verdict.class, told),
                            row.getObject("list_id", UUID.class));
                })
                .optional()
                .orElse(null);
    }

    /** The scan that let a ticket in, where that stands. */
    @Nullable
    UUID admissionId(TicketId ticket, @Nullable UUID list) {
        return jdbc.sql("""
                        select id from checkin.check_ins
                        where ticket_id = ? and verdict = 'admitted' and direction = 'in' and undone_at is null
                          and (?::uuid is null and admission or list_id = ?::uuid)
                        order by at limit 1
                        """)
                .param(ticket.value())
                .param(list)
                .param(list)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    /** When and where a ticket was first let in. */
    ScanResult.@Nullable FirstSeen admission(TicketId ticket, @Nullable UUID list) {
        return jdbc.sql("""
                        select at, gate, device from checkin.check_ins
                        where ticket_id = ? and verdict = 'admitted' and direction = 'in' and undone_at is null
                          and (?::uuid is null and admission or list_id = ?::uuid)
                        order by at limit 1
                        """)
                .param(ticket.value())
                .param(list)
                .param(list)
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
                        select * from checkin.check_ins
                        where event_id = :event and (:before::uuid is null or id < :before::uuid)
                          and (not :refused or verdict <> 'admitted')
                        order by id desc limit :limit
                        """)
                .param("event", event.value())
                .param("before", before)
                .param("refused", refusedOnly)
                .param("limit", limit)
                .query(Scans::view)
                .list();
    }

    /** @throws NotFound where the event has none by that id */
    CheckInView byId(EventId event, UUID id) {
        return jdbc.sql("select * from checkin.check_ins where event_id = ? and id = ?")
                .params(event.value(), id)
                .query(Scans::view)
                .optional()
                .orElseThrow(() -> new NotFound("check_in"));
    }

    /** @return false when somebody else was quicker */
    boolean undo(UUID id, String reason) {
        return jdbc.sql("""
                        update checkin.check_ins set undone_at = :at, undone_by = :by, undo_reason = :reason
                        where id = :id and verdict = 'admitted' and undone_at is null
                        """)
                        .param("at", Timestamp.from(clock.instant()))
                        .param("by", operator())
                        .param("reason", reason)
                        .param("id", id)
                        .update()
                == 1;
    }

    List<String> gateNames(EventId event) {
        return jdbc.sql("""
                        select unnest(gates) gate from checkin.devices where event_id = :event and state <> 'revoked'
                        union
                        select distinct gate from checkin.check_ins where event_id = :event
                        order by gate
                        """)
                .param("event", event.value())
                .query((row, n) -> row.getString("gate"))
                .list();
    }

    /** Whether another scan still says that the ticket came. */
    boolean cameOtherwise(TicketId ticket, UUID scan) {
        return jdbc.sql("""
                        select exists (select from checkin.check_ins
                         where ticket_id = ? and id <> ? and admission and verdict = 'admitted' and direction = 'in'
                           and undone_at is null)
                        """).params(ticket.value(), scan).query(Boolean.class).single();
    }

    /** What each gate did, the busiest first. */
    List<GateCount> byGate(EventId event) {
        return jdbc.sql("""
                        select gate, count(*) filter (where verdict = 'admitted' and direction = 'in' and undone_at is null) admitted,
                               count(*) filter (where verdict <> 'admitted') refused
                        from checkin.check_ins
                        where event_id = ?
                        group by gate order by admitted desc, gate
                        """)
                .param(event.value())
                .query((row, n) -> new GateCount(row.getString("gate"), row.getInt("admitted"), row.getInt("refused")))
                .list();
    }

    private static CheckInView view(ResultSet row, int number) throws SQLException {
        Timestamp undoneAt = row.getTimestamp("undone_at");
        String told = row.getString("told");
        return new CheckInView(
                row.getObject("id", UUID.class),
                row.getObject("ticket_id", UUID.class),
                Wire.parse(Verdict.class, row.getString("verdict")),
                row.getString("gate"),
                row.getString("device"),
                row.getObject("operator", UUID.class),
                row.getTimestamp("at").toInstant(),
                Wire.parse(Direction.class, row.getString("direction")),
                row.getBoolean("offline"),
                told == null ? null : Wire.parse(Verdict.class, told),
                row.getBoolean("admission"),
                undoneAt == null
                        ? null
                        : new CheckInView.Undo(
                                undoneAt.toInstant(),
                                row.getObject("undone_by", UUID.class),
                                row.getString("undo_reason")));
    }

    private static @Nullable UUID operator() {
        return Acting.current() instanceof Actor.System system && system.onBehalfOf() instanceof Actor.Person person
                ? person.person().value()
                : null;
    }
}
