package io.marquee.ticketing;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Wire;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An event's tickets for its gates, and what changed of them since: each row carries the transaction that wrote it last, and a
 * cursor is the oldest transaction that was still open, so that nothing is missed however long a transaction takes.
 */
@Component
public class RosterReads {
    private static final String SELECT = """
            select t.id, t.event_id, t.serial, t.state, t.ticket_type_id, t.type_name, t.key_id, t.signature, t.holder_name,
                   t.short_code, t.position, t.seat_id, t.seat_section, t.seat_row, t.seat_label,
                   (select count(*) from ticketing.tickets o where o.order_id = t.order_id) of_order
              from ticketing.tickets t
            """;

    private final JdbcClient jdbc;

    RosterReads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** To be taken before the first entry is read: what changes from now on has it, or a later one. */
    @Transactional(readOnly = true)
    public long cursor() {
        return jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                .query(Long.class)
                .single();
    }

    /**
     * By id.
     *
     * @param since a cursor; 0 for all
     * @param after the id of the one before; null for the first ones
     */
    @Transactional(readOnly = true)
    public List<RosterEntry> changed(EventId event, long since, @Nullable TicketId after, int limit) {
        return jdbc.sql(SELECT + """
                        where t.event_id = :event and t.changed_by >= cast(cast(:since as text) as xid8)
                          and t.id > coalesce(:after::uuid, '00000000-0000-0000-0000-000000000000')
                        order by t.id limit :limit
                        """)
                .param("event", event.value())
                .param("since", String.valueOf(since))
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query(RosterReads::entry)
                .list();
    }

    /** A ticket that is found by its holder's name. @param code the short code */
    public record Named(RosterEntry entry, String code) {}

    /**
     * Those with a word of the name that begins like each word of the query.
     *
     * @param types which ticket types; empty for all
     */
    @Transactional(readOnly = true)
    public List<Named> named(EventId event, List<UUID> types, String query, int limit) {
        List<String> words = Arrays.stream(
                        query.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(5)
                .toList();
        if (words.stream().mapToInt(String::length).sum() < 2) return List.of();
        String condition = words.stream()
                .map(word -> "and ' ' || lower(t.holder_name) like ? ")
                .collect(Collectors.joining());
        return jdbc.sql(SELECT + "where t.event_id = ? and (cardinality(?) = 0 or t.ticket_type_id = any (?)) "
                        + condition + "order by t.holder_name, t.id limit " + limit)
                .params(event.value(), types.toArray(UUID[]::new), types.toArray(UUID[]::new))
                .params(words.stream().map(word -> "% " + escaped(word) + "%").toList())
                .query((row, n) -> new Named(entry(row, n), row.getString("short_code")))
                .list();
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static RosterEntry entry(ResultSet row, int number) throws SQLException {
        TicketId id = new TicketId(row.getObject("id", UUID.class));
        int serial = row.getInt("serial");
        return new RosterEntry(
                id,
                serial,
                Wire.parse(TicketState.class, row.getString("state")),
                new TicketTypeId(row.getObject("ticket_type_id", UUID.class)),
                row.getString("type_name"),
                TicketCode.of(
                                row.getInt("key_id"),
                                new EventId(row.getObject("event_id", UUID.class)),
                                id,
                                serial,
                                row.getBytes("signature"))
                        .text(),
                row.getString("holder_name"),
                row.getInt("position"),
                row.getInt("of_order"),
                TicketRows.seat(row));
    }
}
