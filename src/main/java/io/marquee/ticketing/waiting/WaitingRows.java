package io.marquee.ticketing.waiting;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Wire;
import io.marquee.ticketing.TicketTypeId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of waiting lists, and the functions in the database that offer places to those in line. */
@Repository
class WaitingRows {
    private static final String SELECT = """
            select e.id, e.event_id, e.organization_id, e.ticket_type_id, e.name, e.email, e.locale, e.quantity, e.open,
                   e.state, e.created_at,
                   case when e.state = 'waiting'
                        then (select count(*) + 1 from ticketing.waiting_entries b
                               where b.ticket_type_id = e.ticket_type_id and b.state = 'waiting'
                                 and (b.rank, b.number) < (e.rank, e.number))
                        else 0 end as position
              from ticketing.waiting_entries e
            """;

    private final JdbcClient jdbc;

    WaitingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when this address waits for the type already */
    boolean insert(EntryView entry) {
        return jdbc.sql("""
                        insert into ticketing.waiting_entries
                          (id, event_id, organization_id, ticket_type_id, name, email, locale, quantity, open, state,
                           created_at)
                        values (:id, :event, :organization, :type, :name, :email, :locale, :quantity, :quantity, 'waiting',
                                :at)
                        on conflict (ticket_type_id, email) where state = 'waiting' do nothing
                        """)
                        .param("id", entry.id().value())
                        .param("event", entry.event().value())
                        .param("organization", entry.organization().value())
                        .param("type", entry.ticketType().value())
                        .param("name", entry.name())
                        .param("email", entry.email())
                        .param("locale", entry.locale())
                        .param("quantity", entry.quantity())
                        .param("at", Timestamp.from(entry.createdAt()))
                        .update()
                == 1;
    }

    /** Where somebody waits, or has something on offer. */
    List<EntryView> inLine(String email) {
        return jdbc.sql(SELECT + """
                         where e.email = ? and (e.state = 'waiting' or e.state = 'served' and exists
                           (select from ticketing.waiting_offers o join ticketing.holds h on h.id = o.hold_id
                             where o.entry_id = e.id and h.state = 'active'))
                         order by e.event_id, e.id
                        """).param(email).query(WaitingRows::entry).list();
    }

    /** Nothing of what people of this event wait for comes or goes until the transaction ends. */
    void lock(EventId event) {
        jdbc.sql("select ticketing.lock_waited(?, '{}')").param(event.value()).query(row -> {});
    }

    /** How many could be had of a type, by its counters and, where people sit, its free seats. */
    int left(EventId event, TicketTypeId type) {
        return jdbc.sql("select coalesce(ticketing.left_of(?, ?), 0)")
                .params(event.value(), type.value())
                .query(Integer.class)
                .single();
    }

    /** Offers what is there, in order. @return how many offers */
    int offer(EventId event) {
        return jdbc.sql("select ticketing.offer_waiting(?)")
                .param(event.value())
                .query(Integer.class)
                .single();
    }

    /** After a change of the event's plan. @param unblocked seats that may have come free by it */
    void offerSeats(EventId event, List<UUID> unblocked) {
        jdbc.sql("select ticketing.offer_seats(?, ?)")
                .params(event.value(), unblocked.toArray(UUID[]::new))
                .query(row -> {});
    }

    /** Types whose list takes nobody in: it was switched off. */
    Set<TicketTypeId> closedOf(EventId event) {
        return jdbc.sql("select ticket_type_id from ticketing.waiting_lists where event_id = ? and not open")
                .param(event.value())
                .query((row, n) -> new TicketTypeId(row.getObject(1, UUID.class)))
                .set();
    }

    void open(TicketTypeId type, EventId event, OrganizationId organization, boolean open) {
        jdbc.sql("""
                        insert into ticketing.waiting_lists values (?, ?, ?, ?)
                        on conflict (ticket_type_id) do update set open = excluded.open
                        """)
                .params(type.value(), event.value(), organization.value(), open)
                .update();
    }

    WaitingRule rule(EventId event) {
        return jdbc.sql("select offer_minutes from ticketing.waiting_rules where event_id = ?")
                .param(event.value())
                .query((row, n) -> new WaitingRule(row.getInt(1)))
                .optional()
                .orElse(WaitingRule.USUAL);
    }

    void rule(EventId event, OrganizationId organization, WaitingRule rule) {
        jdbc.sql("""
                        insert into ticketing.waiting_rules values (?, ?, ?)
                        on conflict (event_id) do update set offer_minutes = excluded.offer_minutes
                        """)
                .params(event.value(), organization.value(), rule.offerMinutes())
                .update();
    }

    @Nullable
    EntryView byId(EntryId id) {
        return jdbc.sql(SELECT + "where e.id = ?")
                .param(id.value())
                .query(WaitingRows::entry)
                .optional()
                .orElse(null);
    }

    /** Those who wait or have something on offer first, in order; then the others, newest first. */
    List<EntryView> ofEvent(EventId event, int limit) {
        return jdbc.sql(SELECT + """
                         where e.event_id = ?
                         order by e.state = 'waiting' desc, case when e.state = 'waiting' then e.rank end,
                                  case when e.state = 'waiting' then e.number end, e.number desc
                         limit ?
                        """)
                .params(event.value(), limit)
                .query(WaitingRows::entry)
                .list();
    }

    /** Passed, where what was on offer has just gone back. */
    void end(EntryId id, EntryState to) {
        int ended = jdbc.sql("""
                        update ticketing.waiting_entries set state = ?, open = 0
                         where id = ? and state in ('waiting', 'served', 'passed')
                        """).params(Wire.name(to), id.value()).update();
        if (ended != 1) throw new WaitingRefused.Over(to);
    }

    /** There is nothing to wait for any more. */
    void close(EventId event) {
        jdbc.sql(
                        "update ticketing.waiting_entries set state = 'removed', open = 0 where event_id = ? and state = 'waiting'")
                .param(event.value())
                .update();
    }

    /** In front of everybody who waits for the type. */
    boolean prefer(EntryId id) {
        return jdbc.sql("""
                        update ticketing.waiting_entries e
                           set rank = (select least(min(o.rank), 0) - 1 from ticketing.waiting_entries o
                                        where o.ticket_type_id = e.ticket_type_id and o.state = 'waiting')
                         where e.id = ? and e.state = 'waiting'
                        """).param(id.value()).update() == 1;
    }

    private static EntryView entry(ResultSet row, int n) throws SQLException {
        return new EntryView(
                new EntryId(row.getObject("id", UUID.class)),
                new EventId(row.getObject("event_id", UUID.class)),
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                new TicketTypeId(row.getObject("ticket_type_id", UUID.class)),
                row.getString("name"),
                row.getString("email"),
                row.getString("locale"),
                row.getInt("quantity"),
                row.getInt("open"),
                Wire.parse(EntryState.class, row.getString("state")),
                row.getInt("position"),
                row.getTimestamp("created_at").toInstant());
    }
}
