package io.marquee.ordering.api;

import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.ordering.ApprovalState;
import io.marquee.ordering.ApprovalView;
import io.marquee.ordering.OrderId;
import io.marquee.ordering.OrderState;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.RefundPlan;
import io.marquee.ordering.ReservationState;
import io.marquee.ordering.StakedTickets;
import io.marquee.payment.PaymentId;
import io.marquee.payment.PaymentState;
import io.marquee.payment.PaymentView;
import io.marquee.pricing.PricedLine;
import io.marquee.seating.SeatName;
import io.marquee.ticketing.HoldId;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketTypeId;
import io.marquee.ticketing.TicketView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders as programs see them. */
final class OrderAnswers {
    private OrderAnswers() {}

    /** @param email null where none was given, as at the box office */
    record Person(String name, @Nullable String email) {
        static Person of(String name, String email) {
            String shown = EmailAddress.shown(email);
            return new Person(name, shown.isEmpty() ? null : shown);
        }
    }

    /**
     * @param returning approved to go back, and not arrived yet
     * @param reservation where it was bought with money that is only set aside: held, taking, taken, let_go or lapsed; null
     *     for others. Until it is taken, nothing was charged, and {@code refunded} is what will not be
     * @param approval where the team is asked before money moves; null for others
     * @param payment the last attempt; null while there was none
     */
    record Order(
            OrderId id,
            String code,
            OrderState state,
            HoldId hold,
            EventId event,
            Person buyer,
            List<PricedLine> lines,
            Money total,
            Money returning,
            Money refunded,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant paidAt,
            @Nullable ReservationState reservation,
            @Nullable Approval approval,
            @Nullable Payment payment) {

        static Order of(OrderView order, @Nullable PaymentView payment) {
            return new Order(
                    order.id(),
                    order.code(),
                    order.state(),
                    order.hold(),
                    order.event(),
                    Person.of(order.buyerName(), order.buyerEmail()),
                    order.lines().stream()
                            .map(l -> PricedLine.of(l.name(), l.cost()))
                            .toList(),
                    order.total(),
                    order.returning(),
                    order.refunded(),
                    order.createdAt(),
                    order.expiresAt(),
                    order.paidAt(),
                    order.reservation(),
                    Approval.of(order.approval()),
                    payment == null ? null : Payment.of(payment));
        }
    }

    /**
     * @param state requires_action until the buyer has had the money reserved; then pending_approval, approved, declined, lapsed or withdrawn
     * @param lapsesAt when it comes to nothing unless the team answers
     * @param unpaidAt when it turned out that the bank had let go of the money though the team said yes: the order can be paid again
     * @param note of the team
     */
    record Approval(
            ApprovalState state,
            @Nullable Instant lapsesAt,
            @Nullable Instant unpaidAt,
            String note) {
        static @Nullable Approval of(@Nullable ApprovalView approval) {
            return approval == null
                    ? null
                    : new Approval(approval.state(), approval.lapsesAt(), approval.unpaidAt(), approval.note());
        }
    }

    /** @param nextAction what the buyer must do; null where nothing */
    record Payment(
            PaymentId id,
            String provider,
            PaymentState state,
            Money amount,
            PaymentView.@Nullable NextAction nextAction,
            @Nullable String failureCode,
            Instant createdAt) {

        static Payment of(PaymentView payment) {
            return new Payment(
                    payment.id(),
                    payment.provider(),
                    payment.state(),
                    payment.amount(),
                    payment.nextAction(),
                    payment.failureCode(),
                    payment.createdAt());
        }
    }

    record TicketType(TicketTypeId id, String name) {}

    /**
     * @param code for typing; null once the ticket was passed on, since its new holder alone has the codes
     * @param qr the text inside the QR; null likewise
     * @param stake what becomes of its price, where that goes back to whoever comes; null for others
     */
    record Ticket(
            TicketId id,
            @Nullable String code,
            TicketState state,
            TicketType ticketType,
            Person holder,
            boolean transferred,
            @Nullable String qr,
            @Nullable SeatName seat,
            StakedTickets.@Nullable Stake stake) {
        static Ticket of(TicketView ticket, StakedTickets.@Nullable Stake stake) {
            return of(ticket, !ticket.passedOn(), stake);
        }

        /** With its codes for whoever holds it. */
        static Ticket shown(TicketView ticket, StakedTickets.@Nullable Stake stake) {
            return of(ticket, ticket.isHeldByActor(), stake);
        }

        private static Ticket of(TicketView ticket, boolean withCodes, StakedTickets.@Nullable Stake stake) {
            return new Ticket(
                    ticket.id(),
                    withCodes ? ticket.code() : null,
                    ticket.state(),
                    new TicketType(ticket.ticketType(), ticket.ticketTypeName()),
                    Person.of(ticket.holderName(), ticket.holderEmail()),
                    ticket.passedOn(),
                    withCodes ? ticket.qr() : null,
                    ticket.seat(),
                    stake);
        }
    }

    /** Somebody who comes: without the text that opens the door. */
    record Guest(
            TicketId ticket,
            String code,
            TicketState state,
            TicketType ticketType,
            Person holder,
            @Nullable SeatName seat) {
        static Guest of(TicketView ticket) {
            return new Guest(
                    ticket.id(),
                    ticket.code(),
                    ticket.state(),
                    new TicketType(ticket.ticketType(), ticket.ticketTypeName()),
                    Person.of(ticket.holderName(), ticket.holderEmail()),
                    ticket.seat());
        }
    }

    /**
     * @param tickets that would end
     * @param staying how many tickets would stay valid
     * @param keeps what of the order would stay with the organizer
     */
    record RefundPreview(Money amount, List<TicketId> tickets, int staying, Money keeps, boolean returnStock) {
        static RefundPreview of(RefundPlan plan) {
            return new RefundPreview(
                    plan.amount(),
                    plan.ending().stream().map(TicketView::id).toList(),
                    plan.staying(),
                    plan.keeps(),
                    plan.returnStock());
        }
    }

    /**
     * Money on its way back, or a buyer's wish to have it.
     *
     * @param id of the refund or the request; null where a free order was taken back
     * @param state of a refund, or {@code requested}, {@code declined}
     * @param tickets of a request: whose money it is; null for all that is left
     */
    record Refund(
            @Nullable UUID id,
            String state,
            @Nullable Money amount,
            String reason,
            @Nullable List<TicketId> tickets,
            @Nullable Instant createdAt) {}

    record Items<T>(List<T> items) {}
}
