package io.marquee.ticketing;

import io.marquee.kernel.EventId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ticket types of which a column says that they are something. */
final class MarkedTypes {
    private final JdbcClient jdbc;
    private final String mark;

    /** @param mark the column */
    MarkedTypes(JdbcClient jdbc, String mark) {
        this.jdbc = jdbc;
        this.mark = mark;
    }

    /** Those among these, as the actor's rows allow. */
    Set<TicketTypeId> among(Collection<TicketTypeId> types) {
        return jdbc.sql("select id from ticketing.ticket_types where " + mark + " and id = any (?)")
                .param(types.stream().map(TicketTypeId::value).distinct().toArray(UUID[]::new))
                .query((row, n) -> new TicketTypeId(row.getObject(1, UUID.class)))
                .set();
    }

    /** @param copies of an event's types, by what they are copies of */
    void copy(Map<UUID, UUID> copies) {
        Set<TicketTypeId> marked =
                among(copies.keySet().stream().map(TicketTypeId::new).toList());
        int changed = jdbc.sql("update ticketing.ticket_types set " + mark + " = true where id = any (?)")
                .param(marked.stream().map(type -> copies.get(type.value())).toArray(UUID[]::new))
                .update();
        if (changed != marked.size())
            throw new IllegalStateException("expected " + marked.size() + " rows, found " + changed);
    }

    /** These are, and the event's others are not. */
    void set(EventId event, UUID[] ids) {
        jdbc.sql("""
                        update ticketing.ticket_types set %1$s = id = any (?)
                        where event_id = ? and %1$s <> (id = any (?))
                        """.formatted(mark)).params(ids, event.value(), ids).update();
    }
}
