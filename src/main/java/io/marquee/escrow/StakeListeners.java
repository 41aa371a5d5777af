package io.marquee.escrow;

import io.marquee.event.EventEvent.EventEnded;
import io.marquee.ordering.OrderEvent.OrderPaid;
import io.marquee.ordering.OrderEvent.RepaymentFailed;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketingEvent.StakedTicketsMoved;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Stakes follow their tickets in the same transaction: plain listeners, which fail it if they fail. */
@Component
class StakeListeners {
    private final StakeMoves moves;
    private final Settlements settlements;
    private final TicketReads tickets;
    private final Acting acting;

    StakeListeners(StakeMoves moves, Settlements settlements, TicketReads tickets, Acting acting) {
        this.moves = moves;
        this.settlements = settlements;
        this.tickets = tickets;
        this.acting = acting;
    }

    @EventListener
    void on(OrderPaid paid) {
        if (paid.total().isZero()) return;
        acting.asSystem(
                paid.organization(),
                () -> tickets.ofOrder(paid.order().value()).stream()
                        .filter(ticket -> ticket.state() == TicketState.STAKED)
                        .forEach(moves::hold));
    }

    @EventListener
    void on(StakedTicketsMoved moved) {
        acting.asSystem(moved.organization(), () -> {
            switch (moved.to()) {
                case CHECKED_IN -> moves.move(moved.tickets(), StakeState.HELD, StakeState.RETURNING, null);
                case STAKED -> moves.move(moved.tickets(), StakeState.RETURNING, StakeState.HELD, "check_in_undone");
                case REFUNDED -> moves.move(moved.tickets(), StakeState.HELD, StakeState.RETURNED, "order_refunded");
                case FORFEITED -> moves.move(moved.tickets(), StakeState.HELD, StakeState.FORFEITED, "no_show");
                case PENDING_APPROVAL, ISSUED, DECLINED, CANCELLED, EXPIRED -> {}
            }
        });
    }

    /** Whichever way it was on: it is one of the two. */
    @EventListener
    void on(RepaymentFailed failed) {
        List<TicketId> ticket = List.of(failed.ticket());
        acting.asSystem(failed.organization(), () -> {
            moves.move(ticket, StakeState.RETURNED, StakeState.FAILED, "refund_failed");
            moves.move(ticket, StakeState.FORGIVEN, StakeState.FAILED, "refund_failed");
        });
    }

    @EventListener
    void on(EventEnded ended) {
        acting.asSystem(ended.organization(), () -> settlements.stage(ended));
    }
}
