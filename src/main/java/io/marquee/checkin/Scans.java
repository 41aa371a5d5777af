package io.marquee.checkin;

import io.marquee.checkin.device.DeviceView;
import io.marquee.event.EventView;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
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

    /** Of one event, in one statement. */
    void write(List<ScanBook.Line> lines) {
        EventView event = lines.getFirst().page().event();
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("""
                        insert into checkin.check_ins
                          (event_id, organization_id, received_at, id, ticket_id, verdict, gate, device, operator, at, nonce, device_id,
                           uploaded_by, direction, list_id, entry_right, admission, offline, told, local_at, reason)
                        select ?, ?, ?, s.*
                          from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::timestamptz[], ?::uuid[], ?::uuid[],
                                      ?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::boolean[], ?::boolean[], ?::text[], ?::timestamptz[],
                                      ?::text[]) s
                        """)
                .params(event.id().value(), event.organization().value(), now)
                .params(
                        column(lines, ScanBook.Line::id, UUID[]::new),
                        column(lines, Scans::ticket, UUID[]::new),
                        column(lines, line -> Wire.name(line.decision().verdict()), String[]::new),
                        column(lines, line -> line.scan().gate().strip(), String[]::new),
                        column(lines, line -> line.page().deviceName().strip(), String[]::new),
                        column(lines, ScanBook.Line::operator, UUID[]::new),
                        column(
                                lines,
                                line -> line.offline() == null
                                        ? now
                                        : Timestamp.from(line.offline().at()),
                                Timestamp[]::new),
                        column(lines, line -> line.scan().nonce(), UUID[]::new),
                        column(lines, line -> id(line.page().maker()), UUID[]::new),
                        column(lines, line -> id(line.page().uploader()), UUID[]::new),
                        column(lines, line -> Wire.name(line.scan().direction()), String[]::new),
                        column(lines, line -> line.decision().list(), UUID[]::new),
                        column(lines, line -> line.decision().right(), String[]::new),
                        column(lines, line -> line.decision().admission(), Boolean[]::new),
                        column(lines, line -> line.offline() != null, Boolean[]::new),
                        column(
                                lines,
                                line -> line.offline() == null
                                        ? null
                                        : Wire.name(line.offline().told()),
                                String[]::new),
                        column(
                                lines,
                                line -> line.offline() == null
                                        ? null
                                        : Timestamp.from(line.offline().localAt()),
                                Timestamp[]::new),
                        column(lines, line -> name(line.decision().reason()), String[]::new))
                .update();
    }

    private static @Nullable UUID ticket(ScanBook.Line line) {
        TicketView ticket = line.decision().ticket();
        return ticket == null ? null : ticket.id().value();
    }

    private static @Nullable String name(@Nullable Reason reason) {
        return reason == null ? null : Wire.name(reason);
    }

    private static @Nullable Reason reason(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return reason == null ? null : Wire.parse(Reason.class, reason);
    }

    private static @Nullable UUID id(@Nullable DeviceView device) {
        return device == null ? null : device.id();
    }

    private static <T extends @Nullable Object> T[] column(
            List<ScanBook.Line> lines, Function<ScanBook.Line, T> part, IntFunction<T[]> array) {
        return lines.stream().map(part).toArray(array);
    }

    Map<UUID, ScanBook.Written> byNonces(EventId event, Collection<UUID> nonces) {
        Map<UUID, ScanBook.Written> found = new HashMap<>();
        jdbc.sql("""
                        select nonce, id, verdict, ticket_id, told, list_id, direction, reason from checkin.check_ins
                         where event_id = ? and nonce = any (?)
                        """).params(event.value(), nonces.toArray(UUID[]::new)).query(row -> {
            UUID ticket = row.getObject("ticket_id", UUID.class);
            String told = row.getString("told");
            found.put(
                    row.getObject("nonce", UUID.class),
                    new ScanBook.Written(
                            row.getObject("id", UUID.class),
                            Wire.parse(Verdict.class, row.getString("verdict")),
                            ticket == null ? null : new TicketId(ticket),
                            told == null ? null : Wire.parse(Verdict.class, told),
                            row.getObject("list_id", UUID.class),
                            Wire.parse(Direction.class, row.getString("direction")),
                            reason(row)));
        });
        return found;
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

    /** When and where a ticket was first let in by a list. */
    ScanResult.@Nullable FirstSeen admission(TicketId ticket, UUID list) {
        return jdbc.sql("""
                        select at, gate, device from checkin.check_ins
                        where ticket_id = ? and verdict = 'admitted' and direction = 'in' and undone_at is null and list_id = ?
                        order by at limit 1
                        """)
                .params(ticket.value(), list)
                .query((row, n) -> new ScanResult.FirstSeen(
                        row.getTimestamp("at").toInstant(), row.getString("gate"), row.getString("device")))
                .optional()
                .orElse(null);
    }

    /** When and where tickets were first let into the event. */
    Map<TicketId, ScanResult.FirstSeen> admissions(Collection<TicketId> tickets) {
        Map<TicketId, ScanResult.FirstSeen> first = new HashMap<>();
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
                            new ScanResult.FirstSeen(
                                    row.getTimestamp(2).toInstant(), row.getString(3), row.getString(4)));
                });
        return first;
    }

    /**
     * Since when those are away who left and did not come back.
     *
     * @param list null for the event itself
     */
    Map<TicketId, Instant> left(Collection<TicketId> tickets, @Nullable UUID list) {
        Map<TicketId, Instant> left = new HashMap<>();
        if (tickets.isEmpty()) return left;
        jdbc.sql("""
                        select ticket_id, at from (
                          select distinct on (ticket_id) ticket_id, at, direction from checkin.check_ins
                           where ticket_id = any (:tickets) and verdict = 'admitted' and undone_at is null
                             and (:list::uuid is null and admission or list_id = :list::uuid)
                           order by ticket_id, at desc, id desc) last
                         where direction = 'out'
                        """)
                .param("tickets", tickets.stream().map(TicketId::value).toArray(UUID[]::new))
                .param("list", list)
                .query(row -> {
                    left.put(
                            new TicketId(row.getObject(1, UUID.class)),
                            row.getTimestamp(2).toInstant());
                });
        return left;
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

    /** Of these, oldest first. */
    List<CheckInView> ofTickets(Collection<UUID> tickets) {
        return jdbc.sql("select * from checkin.check_ins where ticket_id = any (?) order by at, id limit 500")
                .param(tickets.toArray(UUID[]::new))
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
                        .param(
                                "by",
                                Acting.cause() instanceof Actor.Person person
                                        ? person.person().value()
                                        : null)
                        .param("reason", reason)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** From one name to the next by the index, however many scans there are of each. */
    List<String> gateNames(EventId event, int most) {
        return jdbc.sql("""
                        with recursive scanned (gate) as (
                          (select gate from checkin.check_ins where event_id = :event order by gate limit 1)
                          union all
                          select (select c.gate from checkin.check_ins c
                                   where c.event_id = :event and c.gate > s.gate order by c.gate limit 1)
                            from scanned s where s.gate is not null)
                        select unnest(gates) gate from checkin.devices where event_id = :event and state <> 'revoked'
                        union
                        (select gate from scanned where gate is not null limit :most)
                        order by gate
                        """)
                .param("event", event.value())
                .param("most", most)
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
                reason(row),
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
}
