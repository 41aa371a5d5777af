package io.marquee.ticketing;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of ticket types with their stock, for whoever has a transaction and may see them. */
@Repository
class TicketTypeRows {
    /**
     * What is consumed but not settled yet is sold already to whoever reads. It is summed hold by hold: there are few of them, and
     * joined with the lines at large the planner reads all lines that there ever were.
     */
    private static final String SELECT = """
            select t.id, t.event_id, t.organization_id, t.name, t.description, t.price_amount, t.currency,
                   t.max_per_order, t.max_per_person, t.sale_starts_at, t.sale_ends_at, t.hidden, t.unlock_key,
                   t.position, t.archived_at is not null as archived, t.minimum_amount, t.add_on, t.max_per_ticket, t.variant_of, t.approval,
                   stock.size, stock.held - consumed.quantity as held, stock.sold + consumed.quantity as sold,
                   greatest(0, stock.remaining) as remaining
              from ticketing.ticket_types t
              join lateral (
                   select max(q.size) filter (where not q.shared) as size,
                          max(q.held) filter (where not q.shared) as held,
                          max(q.sold) filter (where not q.shared) as sold,
                          min(q.size - q.held - q.sold) as remaining
                     from ticketing.draws d join ticketing.quotas q on q.id = d.quota_id
                    where d.ticket_type_id = t.id) stock on true
              join lateral (
                   select coalesce(sum(of_hold.quantity), 0)::int as quantity
                     from ticketing.holds h
                     join lateral (
                          select sum(l.quantity) as quantity from ticketing.hold_lines l
                           where l.hold_id = h.id and l.ticket_type_id = t.id) of_hold on true
                    where h.event_id = t.event_id and h.state = 'consumed' and h.settled_at is null) consumed on true
            """;

    private final JdbcClient jdbc;

    TicketTypeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<TicketTypeView> ofEvent(EventId event) {
        return jdbc.sql(SELECT + "where t.event_id = ? order by t.archived_at is not null, t.position, t.id")
                .param(event.value())
                .query(TicketTypeRows::view)
                .list();
    }

    List<TicketTypeView> ofEvents(Collection<EventId> events) {
        return jdbc.sql(SELECT + "where t.event_id = any (?) order by t.position, t.id")
                .param(events.stream().map(EventId::value).toArray(UUID[]::new))
                .query(TicketTypeRows::view)
                .list();
    }

    List<TicketTypeView> byIds(Collection<TicketTypeId> ids) {
        return jdbc.sql(SELECT + "where t.id = any (?)")
                .param(ids.stream().map(TicketTypeId::value).toArray(UUID[]::new))
                .query(TicketTypeRows::view)
                .list();
    }

    void insert(
            TicketTypeId id, EventId event, OrganizationId organization, TicketTypeDetails d, String key, Instant at) {
        jdbc.sql("""
                        insert into ticketing.ticket_types
                          (id, event_id, organization_id, name, description, price_amount, currency, max_per_order,
                           max_per_person, sale_starts_at, sale_ends_at, hidden, minimum_amount, add_on, max_per_ticket, variant_of,
                           unlock_key, created_at, position)
                        select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce(max(position), 0) + 1
                          from ticketing.ticket_types where event_id = ?
                        """)
                .params(
                        id.value(),
                        event.value(),
                        organization.value(),
                        d.name(),
                        d.description(),
                        d.price().amount(),
                        d.price().currency().getCurrencyCode(),
                        d.maxPerOrder())
                .param(d.maxPerPerson())
                .param(timestamp(d.saleStartsAt()))
                .param(timestamp(d.saleEndsAt()))
                .param(d.hidden())
                .param(d.minimum() == null ? null : d.minimum().amount())
                .param(d.addOn())
                .param(d.maxPerTicket())
                .params(d.variantOf(), key, Timestamp.from(at), event.value())
                .update();
    }

    boolean update(TicketTypeId id, TicketTypeDetails d) {
        return jdbc.sql("""
                        update ticketing.ticket_types
                           set name = ?, description = ?, price_amount = ?, currency = ?, max_per_order = ?,
                               max_per_person = ?, sale_starts_at = ?, sale_ends_at = ?, hidden = ?,
                               minimum_amount = ?, add_on = ?, max_per_ticket = ?, variant_of = ?
                         where id = ? and archived_at is null
                        """)
                        .params(
                                d.name(),
                                d.description(),
                                d.price().amount(),
                                d.price().currency().getCurrencyCode(),
                                d.maxPerOrder())
                        .param(d.maxPerPerson())
                        .param(timestamp(d.saleStartsAt()))
                        .param(timestamp(d.saleEndsAt()))
                        .param(d.hidden())
                        .param(d.minimum() == null ? null : d.minimum().amount())
                        .param(d.addOn())
                        .param(d.maxPerTicket())
                        .params(d.variantOf(), id.value())
                        .update()
                == 1;
    }

    /** @return false when it was archived before */
    boolean archive(TicketTypeId id, Instant at) {
        return jdbc.sql("update ticketing.ticket_types set archived_at = ? where id = ? and archived_at is null")
                        .params(Timestamp.from(at), id.value())
                        .update()
                == 1;
    }

    void reorder(EventId event, List<TicketTypeId> order) {
        jdbc.sql("""
                        update ticketing.ticket_types t set position = o.position
                          from unnest(?) with ordinality o (id, position)
                         where t.id = o.id and t.event_id = ?
                        """)
                .params(order.stream().map(TicketTypeId::value).toArray(UUID[]::new), event.value())
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static TicketTypeView view(ResultSet row, int n) throws SQLException {
        return new TicketTypeView(
                new TicketTypeId(row.getObject("id", UUID.class)),
                new EventId(row.getObject("event_id", UUID.class)),
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                row.getString("name"),
                row.getString("description"),
                Money.of(row.getLong("price_amount"), row.getString("currency")),
                row.getInt("size"),
                row.getInt("held"),
                row.getInt("sold"),
                row.getInt("remaining"),
                row.getInt("max_per_order"),
                row.getObject("max_per_person", Integer.class),
                instant(row.getTimestamp("sale_starts_at")),
                instant(row.getTimestamp("sale_ends_at")),
                row.getBoolean("hidden"),
                row.getString("unlock_key"),
                row.getInt("position"),
                row.getBoolean("archived"),
                minimum(row),
                row.getBoolean("add_on"),
                row.getObject("max_per_ticket", Integer.class),
                row.getString("variant_of"),
                row.getBoolean("approval"));
    }

    private static @Nullable Money minimum(ResultSet row) throws SQLException {
        Long amount = row.getObject("minimum_amount", Long.class);
        return amount == null ? null : Money.of(amount, row.getString("currency"));
    }
}
