package io.marquee.escrow;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Slice;
import io.marquee.kernel.Wire;
import io.marquee.ordering.OrderId;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketTypeId;
import io.marquee.ticketing.TicketView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StakeRows {
    private final JdbcClient jdbc;

    StakeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it is new */
    boolean insert(TicketView ticket, StakeMode mode, Instant at) {
        return jdbc.sql("""
                        insert into escrow.stakes
                          (ticket_id, ticket_type_id, order_id, event_id, organization_id, amount, currency, mode, state,
                           created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'held', ?)
                        on conflict (ticket_id) do nothing
                        """)
                        .params(
                                ticket.id().value(),
                                ticket.ticketType().value(),
                                ticket.order(),
                                ticket.event().value(),
                                ticket.organization().value(),
                                ticket.price().amount(),
                                ticket.price().currency().getCurrencyCode(),
                                Wire.name(mode),
                                Timestamp.from(at))
                        .update()
                == 1;
    }

    /** The compare-and-set. @param due for those that begin to return. @return those that moved */
    List<StakeView> move(List<TicketId> tickets, StakeState from, StakeState to, Instant now, @Nullable Instant due) {
        StakeState.MOVES.require(from, to);
        boolean open = to == StakeState.HELD || to == StakeState.RETURNING;
        return jdbc.sql("""
                        update escrow.stakes
                        set state = :to, due_at = :due::timestamptz, decided_at = :decided::timestamptz,
                            earned = earned or state = 'forfeited'
                        where ticket_id = any (:tickets) and state = :from
                        returning *
                        """)
                .param("to", Wire.name(to))
                .param("due", due == null ? null : Timestamp.from(due))
                .param("decided", open ? null : Timestamp.from(now))
                .param("tickets", tickets.stream().map(TicketId::value).toArray(UUID[]::new))
                .param("from", Wire.name(from))
                .query(StakeRows::read)
                .list();
    }

    /** What was reserved for an order is taken while these are open: from here on they are charged. @return those */
    List<StakeView> charge(OrderId order) {
        return jdbc.sql("""
                        update escrow.stakes set mode = 'charged', earned = false
                        where order_id = ? and mode = 'reserved' and state in ('held', 'returning')
                        returning *
                        """).param(order.value()).query(StakeRows::read).list();
    }

    /** Whoever else decides about these waits until the transaction is over. */
    void lock(List<TicketId> tickets) {
        jdbc.sql("select 1 from escrow.stakes where ticket_id = any (?) order by ticket_id for update")
                .param(tickets.stream().map(TicketId::value).toArray(UUID[]::new))
                .query(Integer.class)
                .list();
    }

    /** By ticket. */
    List<StakeView> ofOrder(OrderId order) {
        return jdbc.sql("select * from escrow.stakes where order_id = ? order by ticket_id")
                .param(order.value())
                .query(StakeRows::read)
                .list();
    }

    /** Of all organizations: those whose time to go back has come. */
    List<StakeView> due(Instant now, int limit) {
        return jdbc.sql("select * from escrow.stakes where state = 'returning' and due_at <= ? order by due_at limit ?")
                .params(Timestamp.from(now), limit)
                .query(StakeRows::read)
                .list();
    }

    @Nullable
    StakeView byTicket(TicketId ticket) {
        return jdbc.sql("select * from escrow.stakes where ticket_id = ?")
                .param(ticket.value())
                .query(StakeRows::read)
                .optional()
                .orElse(null);
    }

    boolean anyHeld(EventId event) {
        return jdbc.sql(
                        "select exists (select from escrow.stakes where event_id = ? and state in ('held', 'returning'))")
                .param(event.value())
                .query(Boolean.class)
                .single();
    }

    Slice<StakeView> ofEvent(EventId event, @Nullable StakeState state, @Nullable UUID after, int limit) {
        List<StakeView> found = jdbc.sql("""
                        select * from escrow.stakes
                        where event_id = :event and (:after::uuid is null or ticket_id > :after::uuid)
                          and (:state::text is null or state = :state)
                        order by ticket_id limit :limit
                        """)
                .param("event", event.value())
                .param("after", after)
                .param("state", state == null ? null : Wire.name(state))
                .param("limit", limit + 1)
                .query(StakeRows::read)
                .list();
        return Slice.of(found, limit, stake -> stake.ticket().toString());
    }

    List<StakeSum> sums(EventId event) {
        return jdbc.sql("""
                        select state, currency, count(*), sum(amount) from escrow.stakes
                        where event_id = ? group by state, currency order by currency, state
                        """)
                .param(event.value())
                .query((row, n) -> new StakeSum(
                        Wire.parse(StakeState.class, row.getString(1)),
                        row.getInt(3),
                        Money.of(row.getLong(4), row.getString(2))))
                .list();
    }

    private static StakeView read(ResultSet row, int number) throws SQLException {
        return new StakeView(
                new TicketId(row.getObject("ticket_id", UUID.class)),
                new TicketTypeId(row.getObject("ticket_type_id", UUID.class)),
                new OrderId(row.getObject("order_id", UUID.class)),
                new EventId(row.getObject("event_id", UUID.class)),
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                Money.of(row.getLong("amount"), row.getString("currency")),
                Wire.parse(StakeMode.class, row.getString("mode")),
                Wire.parse(StakeState.class, row.getString("state")),
                row.getBoolean("earned"),
                at(row, "due_at"),
                row.getTimestamp("created_at").toInstant(),
                at(row, "decided_at"));
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
