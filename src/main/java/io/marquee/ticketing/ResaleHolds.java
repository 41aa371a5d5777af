package io.marquee.ticketing;

import io.marquee.audit.History;
import io.marquee.kernel.Refusal;
import io.marquee.kernel.Wire;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Consumes a hold on a ticket that somebody gave back to the waiting list: their ticket ends, its place is the hold's, and the
 * module above sends their money back, all of it in the transaction that buys.
 */
@Component
class ResaleHolds {
    private final JdbcClient jdbc;
    private final TicketRows tickets;
    private final History history;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;
    private final TransactionTemplate attempt;

    ResaleHolds(
            JdbcClient jdbc,
            TicketRows tickets,
            History history,
            ApplicationEventPublisher publisher,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.history = history;
        this.publisher = publisher;
        this.clock = clock;
        this.attempt = new TransactionTemplate(transactions);
        attempt.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** @return false, with nothing changed, when it is no such hold, or the ticket can't be had any more */
    boolean consume(HoldView hold) {
        UUID ticket = ticketBehind(hold.id());
        return ticket != null && consume(hold, new TicketId(ticket));
    }

    private boolean consume(HoldView hold, TicketId id) {
        return Boolean.TRUE.equals(attempt.execute(savepoint -> {
            TicketView ticket = tickets.byId(id);
            boolean bought = ticket != null && moved(hold) && takenOver(hold, ticket);
            if (!bought) savepoint.setRollbackOnly();
            return bought;
        }));
    }

    private @Nullable UUID ticketBehind(HoldId hold) {
        return jdbc.sql("select ticket_id from ticketing.resales where hold_id = ? and state = 'offered'")
                .param(hold.value())
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    private boolean moved(HoldView hold) {
        int moved = jdbc.sql("update ticketing.holds set state = ? where id = ? and state = ? and resale")
                .params(Wire.name(HoldState.CONSUMED), hold.id().value(), Wire.name(HoldState.ACTIVE))
                .update();
        if (moved == 1) {
            history.record(
                    new History.Subject("hold", hold.id().value(), hold.organization(), hold.event()),
                    HoldState.ACTIVE,
                    HoldState.CONSUMED,
                    null);
        }
        return moved == 1;
    }

    /** The seller's order before the ticket and the stock, as where money goes back otherwise. */
    private boolean takenOver(HoldView hold, TicketView ticket) {
        try {
            publisher.publishEvent(new TicketingEvent.TicketResold(
                    ticket.id(), ticket.order(), ticket.event(), ticket.organization(), ticket.price()));
        } catch (Refusal nothingLeft) {
            return false;
        }
        boolean taken = jdbc.sql("select ticketing.take_over(?, ?)")
                .params(hold.id().value(), Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
        if (taken) {
            history.record(
                    new History.Subject("ticket", ticket.id().value(), ticket.organization(), ticket.event()),
                    TicketState.ISSUED,
                    ticket.price().isPositive() ? TicketState.REFUNDED : TicketState.CANCELLED,
                    "resold");
        }
        return taken;
    }
}
