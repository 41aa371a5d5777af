package io.marquee.ordering;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.ticketing.TicketId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to an order. Published inside the transaction that did it. */
public sealed interface OrderEvent {
    OrderId order();

    EventId event();

    OrganizationId organization();

    record OrderPlaced(OrderId order, EventId event, OrganizationId organization, Instant at) implements OrderEvent {}

    /**
     * Its tickets are issued. The total is zero for a free order. {@code reserved}: the money is only set aside, and {@link
     * ReservationEnded} follows.
     */
    record OrderPaid(
            OrderId order, EventId event, OrganizationId organization, Money total, boolean reserved, Instant at)
            implements OrderEvent {
        public OrderPaid(OrderId order, EventId event, OrganizationId organization, Money total, Instant at) {
            this(order, event, organization, total, false, at);
        }
    }

    /** {@code taken}: what the buyer paid after all, or zero; the bank let go of it unasked where it {@code lapsed}. */
    record ReservationEnded(
            OrderId order, EventId event, OrganizationId organization, Money taken, boolean lapsed, Instant at)
            implements OrderEvent {}

    /** All that it costs is reserved, and the team is asked; nothing is taken. */
    record ApprovalAsked(OrderId order, EventId event, OrganizationId organization, Instant lapsesAt, Instant at)
            implements OrderEvent {}

    /** The team said yes: what was reserved is taken now, and {@link OrderPaid} follows where that goes well. */
    record ApprovalGranted(OrderId order, EventId event, OrganizationId organization, Instant at)
            implements OrderEvent {}

    /** It came to nothing without its buyer's doing: nothing was taken. @param note of the team, or blank */
    record ApprovalEnded(
            OrderId order, EventId event, OrganizationId organization, ApprovalState as, String note, Instant at)
            implements OrderEvent {}

    /** The team said yes, and the bank had let go of the money: its buyer can pay in another way. */
    record ApprovalUnpaid(OrderId order, EventId event, OrganizationId organization, Instant until, Instant at)
            implements OrderEvent {}

    record OrderExpired(OrderId order, EventId event, OrganizationId organization, Instant at) implements OrderEvent {}

    record OrderCancelled(OrderId order, EventId event, OrganizationId organization, Instant at)
            implements OrderEvent {}

    /**
     * Money arrived at the buyer, or a free order was taken back: the amount is zero then. {@code late}: the payment came
     * after the tickets were gone or the order was given up.
     */
    record OrderRefunded(
            OrderId order, EventId event, OrganizationId organization, Money amount, boolean late, Instant at)
            implements OrderEvent {}

    /** It was paid at the box office, and waits there to be handed out. */
    record RefundOwed(OrderId order, EventId event, OrganizationId organization, Money amount, Instant at)
            implements OrderEvent {}

    /** Tickets of it open no door any more, however that came. @param reason people's words, or a word of ours */
    record TicketsEnded(
            OrderId order,
            EventId event,
            OrganizationId organization,
            List<TicketId> tickets,
            Why why,
            String reason,
            Instant at)
            implements OrderEvent {

        static final String EVENT_CANCELLED = "event_cancelled";

        /** Whether they ended because their event was cancelled. */
        public boolean withItsEvent() {
            return isWithItsEvent(reason);
        }

        /** Whether it is the reason of what ends and goes back because an event was cancelled. */
        public static boolean isWithItsEvent(String reason) {
            return reason.equals(EVENT_CANCELLED);
        }

        /** What becomes of the money. */
        public enum Why {
            /** It goes back: {@link OrderRefunded} follows when it has arrived, or {@link RefundOwed}. */
            REFUNDED,
            /** It was never taken, and what was set aside or kept for it is let go. */
            NOT_CHARGED,
            /** The team took the tickets back, and keeps it. */
            CANCELLED,
            /** Somebody in line bought the ticket. What it cost goes back. */
            RESOLD
        }
    }

    /** The order was paid twice, and the second payment has gone back. Its tickets stay as they are. */
    record SurplusReturned(OrderId order, EventId event, OrganizationId organization, Money amount, Instant at)
            implements OrderEvent {}

    /**
     * Money that was to go back did not: its bank refused it, or the provider did not send it. What ended with it stays ended, and
     * the amount can be refunded again.
     *
     * @param why such as {@code refund_no_balance}: its words are under {@code payment.failure}; null where nobody said
     */
    record RefundRefused(
            OrderId order,
            EventId event,
            OrganizationId organization,
            Money amount,
            Instant at,
            @Nullable String why) implements OrderEvent {

        /** Its money is where a bank holds it, which decides who gets it: nobody here has it to send. */
        public boolean banksToDecide() {
            return "refund_of_disputed".equals(why);
        }

        /** Whether it was on its way, and came back. */
        public boolean refusedByItsBank() {
            return why == null || why.equals("refund_not_accepted");
        }
    }

    /** The bank refused the money back for a ticket that stays. Nothing has moved, and it can be asked for again. */
    record RepaymentFailed(OrderId order, EventId event, OrganizationId organization, TicketId ticket, Instant at)
            implements OrderEvent {}

    /** The buyer wants the mail with their tickets again. {@code cause} is unique for each request. */
    record ResendRequested(OrderId order, EventId event, OrganizationId organization, String cause)
            implements OrderEvent {}

    record RefundRequested(OrderId order, EventId event, OrganizationId organization, String reason, Instant at)
            implements OrderEvent {}

    record RefundDeclined(OrderId order, EventId event, OrganizationId organization, String note, Instant at)
            implements OrderEvent {}
}
