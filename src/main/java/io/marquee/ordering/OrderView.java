package io.marquee.ordering;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.payment.PaymentId;
import io.marquee.pricing.NamedCost;
import io.marquee.pricing.QuoteLine;
import io.marquee.ticketing.HoldId;
import io.marquee.ticketing.TicketTypeId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as it stands.
 *
 * @param code for people; opens nothing
 * @param returning approved to go back, and not arrived yet
 * @param refunded arrived at the buyer
 * @param paidBy the payment that bought it; null for a free order
 * @param approval how it stands with the team's word; null where it needs none
 * @param reservation where the money of that payment is only reserved, or was at first; null for others
 */
public record OrderView(
        OrderId id,
        String code,
        HoldId hold,
        EventId event,
        OrganizationId organization,
        OrderState state,
        String buyerName,
        String buyerEmail,
        String locale,
        Money total,
        Money returning,
        Money refunded,
        List<Line> lines,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant paidAt,
        @Nullable PaymentId paidBy,
        @Nullable ReservationState reservation,
        @Nullable ApprovalView approval) {

    /** @param cost as it was quoted */
    public record Line(TicketTypeId ticketType, String name, QuoteLine cost) implements NamedCost {
        public int quantity() {
            return cost.quantity();
        }
    }

    /** What could still be given back. */
    public Money left() {
        return total.minus(refunded).minus(returning);
    }

    public int tickets() {
        return lines.stream().mapToInt(Line::quantity).sum();
    }

    /** Whether tickets were issued for it, whatever became of them. */
    public boolean bought() {
        return paidAt != null;
    }

    /** Whether it was bought with money that was reserved and not taken so far: nothing of it is in the books. */
    public boolean unpaid() {
        return reservation != null && reservation != ReservationState.TAKEN;
    }

    /** Whether its kept method was to be charged for what is left of it, and that has not come yet. */
    public boolean owed() {
        return reservation == ReservationState.OWED;
    }

    /** Whether its money must be reserved, or its card kept, for the team to be asked. */
    public boolean asksFirst() {
        return approval != null && approval.state() == ApprovalState.REQUIRES_ACTION;
    }

    /** Whether it can still be paid as far as its hold goes. */
    public boolean payable(Instant now) {
        return state == OrderState.PENDING && now.isBefore(expiresAt) && !waits();
    }

    /** Whether its buyer has done what is theirs, and it is not paid: the team is asked, or has said yes just now. */
    public boolean waits() {
        return state == OrderState.PENDING && approval != null && approval.waits();
    }
}
