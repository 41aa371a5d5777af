package io.marquee.checkin;

import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Ids;
import io.marquee.kernel.Wire;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of conflicts. */
@Repository
class ConflictRows {
    private static final String SELECT = """
            select c.id, c.kind, c.ticket_id, c.told, c.raised_at, c.settled_at, c.note,
                   s.id s_id, s.at s_at, s.gate s_gate, s.device s_device, s.verdict s_verdict, s.offline s_offline,
                   o.id o_id, o.at o_at, o.gate o_gate, o.device o_device, o.verdict o_verdict, o.offline o_offline, o.told o_told
              from checkin.conflicts c
              join checkin.check_ins s on s.id = c.scan_id
              left join checkin.check_ins o on o.id = c.other_scan_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ConflictRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Without the ticket's words, which another module knows. */
    record Row(@Nullable UUID ticket, ConflictView view) {}

    /**
     * Once for each scan. One after the other in each event, until they are committed, each later than the one before: so that whoever
     * knows one of them knows all before it.
     */
    void raise(EventView event, UUID scan, @Nullable UUID ticket, Verdict verdict, Verdict told, @Nullable UUID other) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('checkin.conflicts ' || ?, 0))")
                .param(event.id().toString())
                .query(row -> {});
        jdbc.sql("""
                        insert into checkin.conflicts
                          (id, event_id, organization_id, kind, ticket_id, scan_id, other_scan_id, told, raised_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?,
                          greatest(?, (select max(raised_at) + interval '1 microsecond' from checkin.conflicts where event_id = ?)))
                        on conflict (scan_id) do nothing
                        """)
                .params(
                        Ids.next(),
                        event.id().value(),
                        event.organization().value(),
                        Wire.name(ConflictKind.of(verdict)))
                .param(ticket)
                .param(scan)
                .param(other)
                .param(Wire.name(told))
                .param(Timestamp.from(clock.instant()))
                .param(event.id().value())
                .update();
    }

    @Nullable
    Row ofScan(UUID scan) {
        return jdbc.sql(SELECT + "where c.scan_id = ?")
                .param(scan)
                .query(ConflictRows::row)
                .optional()
                .orElse(null);
    }

    /** Newest first. */
    List<Row> ofEvent(EventId event, @Nullable UUID before, Party party, int limit) {
        return jdbc.sql(SELECT + """
                        where c.event_id = :event and (:before::uuid is null or c.id < :before::uuid)
                        """ + Party.CONDITION + "order by c.id desc limit :limit")
                .param("event", event.value())
                .param("before", before)
                .params(party.parameters())
                .param("limit", limit)
                .query(ConflictRows::row)
                .list();
    }

    /** Oldest first. */
    List<Row> since(EventId event, @Nullable UUID last, Party party, int limit) {
        return jdbc.sql(SELECT + """
                        where c.event_id = :event and c.settled_at is null
                          and (:last::uuid is null or (c.raised_at, c.id) > (select raised_at, id
                                 from checkin.conflicts where id = :last::uuid and event_id = :event))
                        """ + Party.CONDITION + "order by c.raised_at, c.id limit :limit")
                .param("event", event.value())
                .param("last", last)
                .params(party.parameters())
                .param("limit", limit)
                .query(ConflictRows::row)
                .list();
    }

    /** @return false where it was settled before, or there is none */
    boolean settle(EventId event, UUID id, @Nullable UUID by, String note) {
        return jdbc.sql("""
                        update checkin.conflicts set settled_at = ?, settled_by = ?, note = ?
                         where event_id = ? and id = ? and settled_at is null
                        """)
                        .param(Timestamp.from(clock.instant()))
                        .param(by)
                        .params(note, event.value(), id)
                        .update()
                == 1;
    }

    int open(EventId event) {
        return jdbc.sql("select count(*) from checkin.conflicts where event_id = ? and settled_at is null")
                .param(event.value())
                .query(Integer.class)
                .single();
    }

    /**
     * Whose conflicts.
     *
     * @param device null for everybody's
     * @param gates of the device; empty for every gate
     */
    record Party(@Nullable UUID device, List<String> gates) {
        static final Party ALL = new Party(null, List.of());

        private static final String CONDITION = """
                 and (:device::uuid is null or :device::uuid in (s.device_id, o.device_id, s.uploaded_by)
                      or cardinality(:gates::text[]) = 0 or s.gate = any (:gates::text[]) or o.gate = any (:gates::text[]))
                """;

        private java.util.Map<String, @Nullable Object> parameters() {
            java.util.Map<String, @Nullable Object> parameters = new java.util.HashMap<>();
            parameters.put("device", device);
            parameters.put("gates", gates.toArray(String[]::new));
            return parameters;
        }
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        List<ConflictView.Part> scans = new ArrayList<>();
        scans.add(part(row, "s_", Wire.parse(Verdict.class, row.getString("told"))));
        if (row.getObject("o_id") != null) {
            String told = row.getString("o_told");
            scans.add(part(row, "o_", told == null ? null : Wire.parse(Verdict.class, told)));
        }
        Timestamp settled = row.getTimestamp("settled_at");
        return new Row(
                row.getObject("ticket_id", UUID.class),
                new ConflictView(
                        row.getObject("id", UUID.class),
                        Wire.parse(ConflictKind.class, row.getString("kind")),
                        null,
                        scans,
                        row.getTimestamp("raised_at").toInstant(),
                        settled == null ? null : settled.toInstant(),
                        row.getString("note")));
    }

    private static ConflictView.Part part(ResultSet row, String prefix, @Nullable Verdict told) throws SQLException {
        return new ConflictView.Part(
                row.getObject(prefix + "id", UUID.class),
                row.getTimestamp(prefix + "at").toInstant(),
                row.getString(prefix + "gate"),
                row.getString(prefix + "device"),
                Wire.parse(Verdict.class, row.getString(prefix + "verdict")),
                told,
                row.getBoolean(prefix + "offline"));
    }
}
