package io.marquee.ticketing;

import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Ids;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.OrganizationId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The counters of stock: one for each type, and one for the event where it has a capacity. */
@Repository
class Quotas {
    private final JdbcClient jdbc;

    Quotas(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The type's own quota. */
    void open(TicketTypeId type, EventId event, OrganizationId organization, int size) {
        UUID quota = Ids.next();
        jdbc.sql("insert into ticketing.quotas (id, event_id, organization_id, size) values (?, ?, ?, ?)")
                .params(quota, event.value(), organization.value(), size)
                .update();
        jdbc.sql("insert into ticketing.draws (ticket_type_id, quota_id, organization_id) values (?, ?, ?)")
                .params(type.value(), quota, organization.value())
                .update();
    }

    /** @throws InvalidInput when more than that is held and sold */
    void resize(TicketTypeId type, int size) {
        int resized = jdbc.sql("""
                        update ticketing.quotas q set size = ?
                          from ticketing.draws d
                         where d.ticket_type_id = ? and q.id = d.quota_id and not q.shared and q.held + q.sold <= ?
                        """).params(size, type.value(), size).update();
        if (resized != 1) throw InvalidInput.at("quantity", "below_taken", taken(type));
    }

    /**
     * Makes all types of an event draw on its capacity too. The types' own quotas are locked first: whoever took of them
     * before is counted, and whoever takes later sees the new one.
     *
     * @throws InvalidInput when more than the capacity is held and sold
     */
    void share(EventView event) {
        // two editors at once open one shared quota, not two
        jdbc.sql("select from pg_advisory_xact_lock(hashtextextended(?, 300))")
                .param(event.id().toString())
                .query(row -> {});
        Integer capacity = event.details().capacity();
        @Nullable
        UUID shared = jdbc.sql("select id from ticketing.quotas where event_id = ? and kind = 'capacity'")
                .param(event.id().value())
                .query(UUID.class)
                .optional()
                .orElse(null);
        if (capacity != null || shared != null) {
            int taken = lockAll(event.id());
            int size = capacity == null ? Integer.MAX_VALUE : capacity;
            if (taken > size) throw InvalidInput.at("capacity", "below_taken", taken);
            if (shared == null) openShared(event, size);
            else resizeShared(shared, size);
            drawOnShared(event);
        }
    }

    /** In the order in which everybody locks them. @return what is held and sold of the types' own */
    private int lockAll(EventId event) {
        return jdbc.sql("""
                        select case when shared then 0 else held + sold end from ticketing.quotas
                         where event_id = ? order by id for update
                        """).param(event.value()).query((row, n) -> row.getInt(1)).list().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private void openShared(EventView event, int size) {
        jdbc.sql("""
                        insert into ticketing.quotas (id, event_id, organization_id, size, held, sold, shared, kind)
                        select ?, ?, ?, ?, coalesce(sum(held), 0), coalesce(sum(sold), 0), true, 'capacity'
                          from ticketing.quotas where event_id = ? and not shared
                        """)
                .params(
                        Ids.next(),
                        event.id().value(),
                        event.organization().value(),
                        size,
                        event.id().value())
                .update();
    }

    /** A type that begins to draw on it later has nothing taken yet, or was counted when the shared quota was opened. */
    private void drawOnShared(EventView event) {
        jdbc.sql("""
                        insert into ticketing.draws (ticket_type_id, quota_id, organization_id)
                        select t.id, q.id, q.organization_id
                          from ticketing.ticket_types t join ticketing.quotas q on q.event_id = t.event_id and q.kind = 'capacity'
                         where t.event_id = ?
                        on conflict do nothing
                        """).param(event.id().value()).update();
    }

    private void resizeShared(UUID quota, int size) {
        int resized = jdbc.sql("update ticketing.quotas set size = ? where id = ? and held + sold <= ?")
                .params(size, quota, size)
                .update();
        if (resized != 1) {
            int taken = jdbc.sql("select held + sold from ticketing.quotas where id = ?")
                    .param(quota)
                    .query(Integer.class)
                    .single();
            throw InvalidInput.at("capacity", "below_taken", taken);
        }
    }

    private int taken(TicketTypeId type) {
        return jdbc.sql("""
                        select q.held + q.sold from ticketing.quotas q join ticketing.draws d on d.quota_id = q.id
                         where d.ticket_type_id = ? and not q.shared
                        """).param(type.value()).query(Integer.class).single();
    }
}
