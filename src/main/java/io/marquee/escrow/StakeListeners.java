package io.marquee.escrow;

import io.marquee.event.EventEvent.EventEnded;
import io.marquee.ordering.OrderEvent.OrderPaid;
import io.marquee.ordering.OrderEvent.RepaymentFailed;
import io.marquee.ordering.OrderEvent.ReservationEnded;
import io.marquee.ordering.OrderId;
import io.marquee.ordering.ReservationState;
import io.marquee.ordering.ReservedOrders;
import io.marquee.payment.PaymentEvent.PaymentFailed;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.TicketingEvent.StakedTicketsMoved;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Stakes follow their tickets in the same transaction: plain listeners, which fail it if they fail. */
@Component
class StakeListeners {
    private final StakeMoves moves;
    private final Settlements settlements;
    private final ReservationRows reservations;
    private final ReservedOrders reserved;
    private final Collecting collecting;
    private final TicketReads tickets;
    private final Acting acting;

    StakeListeners(
            StakeMoves moves,
            Settlements settlements,
            ReservationRows reservations,
            ReservedOrders reserved,
            Collecting collecting,
            TicketReads tickets,
            Acting acting) {
        this.moves = moves;
        this.settlements = settlements;
        this.reservations = reservations;
        this.reserved = reserved;
        this.collecting = collecting;
        this.tickets = tickets;
        this.acting = acting;
    }

    @EventListener
    void on(OrderPaid paid) {
        if (paid.total().isZero()) return;
        acting.asSystem(paid.organization(), () -> {
            StakeMode mode = mode(paid);
            List<TicketView> staked = tickets.ofOrder(paid.order().value()).stream()
                    .filter(ticket -> ticket.state() == TicketState.STAKED)
                    .toList();
            // also where its types are no stakes any more: then all of it is taken by the next pass
            if (mode == StakeMode.RESERVED) reservations.insert(paid, paid.at().plus(StakesReserved.SURE));
            if (mode == StakeMode.KEPT) reservations.insert(paid, null);
            if (staked.isEmpty()) return;
            staked.forEach(ticket -> moves.hold(ticket, mode));
            settlements.late(paid);
        });
    }

    private StakeMode mode(OrderPaid paid) {
        if (!paid.reserved()) return StakeMode.CHARGED;
        return reserved.of(paid.order()) == ReservationState.KEPT ? StakeMode.KEPT : StakeMode.RESERVED;
    }

    @EventListener
    void on(PaymentFailed failed) {
        acting.asSystem(failed.organization(), () -> collecting.refused(failed));
    }

    /** What was taken while stakes are open is held. What the bank let go of is nobody's, also where it was to be taken. */
    @EventListener
    void on(ReservationEnded ended) {
        acting.asSystem(ended.organization(), () -> {
            reservations.decided(ended.order(), ended.at());
            reservations.tryAt(ended.order(), null);
            if (ended.lapsed()) moves.lapse(ended.order());
            else if (ended.taken().isPositive()) taken(ended.order());
        });
    }

    private void taken(OrderId order) {
        moves.charge(order);
        moves.paid(order);
    }

    @EventListener
    void on(StakedTicketsMoved moved) {
        acting.asSystem(moved.organization(), () -> {
            switch (moved.to()) {
                case CHECKED_IN -> came(moved);
                case STAKED -> moves.move(moved.tickets(), StakeState.RETURNING, StakeState.HELD, "check_in_undone");
                case REFUNDED -> moves.move(moved.tickets(), StakeState.HELD, StakeState.RETURNED, "order_refunded");
                case FORFEITED -> moves.move(moved.tickets(), StakeState.HELD, StakeState.FORFEITED, "no_show");
                case PENDING_APPROVAL, ISSUED, DECLINED, CANCELLED, EXPIRED -> {}
            }
        });
    }

    /** Where they are known only now to have come, the event has stakes again that are not decided. */
    private void came(StakedTicketsMoved moved) {
        if (moved.from() == TicketState.FORFEITED) {
            moves.comeBack(moved.tickets());
            settlements.reopen(moved.event());
        } else {
            moves.move(moved.tickets(), StakeState.HELD, StakeState.RETURNING, null);
        }
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
