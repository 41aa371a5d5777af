package io.marquee.ordering;

import io.marquee.audit.History;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.ordering.OrderEvent.TicketsEnded;
import io.marquee.ordering.OrderEvent.TicketsEnded.Why;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.Tickets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The team takes tickets back and keeps the money. What they cost is not among what a refund of the rest gives back. */
@Component
public class TicketCancellations {
    private final JdbcClient jdbc;
    private final OrderAccess access;
    private final MoneyBack moneyBack;
    private final TicketReads ticketReads;
    private final Tickets tickets;
    private final History history;
    private final Acting acting;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TicketCancellations(
            JdbcClient jdbc,
            OrderAccess access,
            MoneyBack moneyBack,
            TicketReads ticketReads,
            Tickets tickets,
            History history,
            Acting acting,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.moneyBack = moneyBack;
        this.ticketReads = ticketReads;
        this.tickets = tickets;
        this.history = history;
        this.acting = acting;
        this.events = events;
        this.clock = clock;
    }

    /** Whether it can be taken back so: a stake can't, it is given back or lost. */
    public static boolean cancellable(TicketView ticket) {
        return TicketState.MOVES.allows(ticket.state(), TicketState.CANCELLED);
    }

    /**
     * Ends these tickets; no money moves. Its buyer is told why.
     *
     * @param returnStock whether the places go back on sale, those in line first
     * @throws io.marquee.kernel.Refusal unless the actor may refund
     * @throws InvalidInput at {@code ticket} when one of them can't be cancelled, and at {@code reason}
     */
    @Transactional
    public List<TicketView> cancel(OrderId id, List<TicketId> chosen, String reason, boolean returnStock) {
        OrderView known = access.of(Permission.REFUND, id);
        String words = RefundRequests.checked("reason", reason);
        UUID by = Acting.current().id();
        return acting.asSystem(known.organization(), () -> {
            OrderView order = moneyBack.locked(known);
            List<TicketView> ending = ending(order, chosen);
            Instant now = clock.instant();
            ending.forEach(ticket -> write(order, ticket, words, by, now));
            List<TicketId> ids = ending.stream().map(TicketView::id).toList();
            events.publishEvent(
                    new TicketsEnded(order.id(), order.event(), order.organization(), ids, Why.CANCELLED, words, now));
            // last: what returns to the stock locks it
            tickets.end(ids, TicketState.CANCELLED, returnStock, words);
            return ending;
        });
    }

    private List<TicketView> ending(OrderView order, List<TicketId> chosen) {
        List<TicketView> ending = ticketReads.ofOrder(order.id().value()).stream()
                .filter(ticket -> chosen.contains(ticket.id()) && cancellable(ticket))
                .toList();
        InvalidInput.gather()
                .check(!chosen.isEmpty(), "ticket", "no_ticket_chosen")
                .check(ending.size() == chosen.stream().distinct().count(), "ticket", "ticket_not_cancellable")
                .orThrow();
        return ending;
    }

    private void write(OrderView order, TicketView ticket, String reason, @Nullable UUID by, Instant at) {
        jdbc.sql("""
                        insert into ordering.ticket_cancellations
                          (id, order_id, hold_id, event_id, organization_id, kept, reason, cancelled_by, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(ticket.id().value())
                .param(order.id().value())
                .param(order.hold().value())
                .param(order.event().value())
                .param(order.organization().value())
                .param(ticket.price().amount())
                .param(reason)
                .param(by)
                .param(Timestamp.from(at))
                .update();
        history.record(
                new History.Subject("ticket_cancellation", ticket.id().value(), order.organization(), order.event()),
                null,
                TicketState.CANCELLED,
                reason);
    }

    /** The tickets of an order that were taken back so; as the actor's rows allow. */
    @Transactional(readOnly = true)
    public List<TicketId> ofOrder(OrderId order) {
        return jdbc.sql("select id from ordering.ticket_cancellations where order_id = ? order by at, id")
                .param(order.value())
                .query((row, n) -> new TicketId(row.getObject(1, UUID.class)))
                .list();
    }
}
