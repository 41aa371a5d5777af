package io.marquee.ticketing.waiting;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import io.marquee.ticketing.HoldId;
import io.marquee.ticketing.HoldState;
import io.marquee.ticketing.SeatsColumn;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of offers, which the database makes. */
@Repository
class OfferRows {
    private final JdbcClient jdbc;

    OfferRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    List<OfferView> of(List<EntryId> entries) {
        return jdbc.sql("""
                        select o.hold_id, o.entry_id, o.quantity, h.state, h.created_at, h.expires_at,
                               %s
                          from ticketing.waiting_offers o join ticketing.holds h on h.id = o.hold_id
                         where o.entry_id = any (?)
                         order by o.created_at desc
                        """.formatted(SeatsColumn.of("o.hold_id")))
                .param(entries.stream().map(EntryId::value).toArray(UUID[]::new))
                .query((row, n) -> new OfferView(
                        new HoldId(row.getObject("hold_id", UUID.class)),
                        new EntryId(row.getObject("entry_id", UUID.class)),
                        row.getInt("quantity"),
                        Wire.parse(HoldState.class, row.getString("state")),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant(),
                        SeatsColumn.read(row.getArray("seats"))))
                .list();
    }

    /** An offer that nobody was told of yet. */
    record Untold(HoldId hold, EntryId entry, EventId event, OrganizationId organization) {}

    List<Untold> untold(int limit) {
        return jdbc.sql("""
                        select hold_id, entry_id, event_id, organization_id from ticketing.waiting_offers
                         where told_at is null order by created_at limit ?
                        """)
                .param(limit)
                .query((row, n) -> new Untold(
                        new HoldId(row.getObject(1, UUID.class)),
                        new EntryId(row.getObject(2, UUID.class)),
                        new EventId(row.getObject(3, UUID.class)),
                        new OrganizationId(row.getObject(4, UUID.class))))
                .list();
    }

    /** The compare-and-set: of two nodes one tells. */
    boolean tell(HoldId hold, Instant at) {
        return jdbc.sql("update ticketing.waiting_offers set told_at = ? where hold_id = ? and told_at is null")
                        .params(Timestamp.from(at), hold.value())
                        .update()
                == 1;
    }

    record Waited(EventId event, OrganizationId organization) {}

    /** Events where somebody waits for something that is there: a sale or registration was opened again, say. */
    List<Waited> overlooked(Instant at) {
        return jdbc.sql("""
                        select distinct e.event_id, e.organization_id
                          from (select distinct event_id, organization_id from ticketing.waiting_entries
                                 where state = 'waiting') e
                          cross join lateral ticketing.served_types(e.event_id, ?) s
                         where ticketing.left_of(e.event_id, s.ticket_type_id) > 0
                        """)
                .param(Timestamp.from(at))
                .query((row, n) -> new Waited(
                        new EventId(row.getObject(1, UUID.class)), new OrganizationId(row.getObject(2, UUID.class))))
                .list();
    }
}
