package io.marquee.ordering;

import io.marquee.payment.PaymentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with the team's word on an order that needs it.
 *
 * @param payment what its money is reserved by, or its card is kept by; null for a free order, and before the team is asked
 * @param keeps whether that payment keeps a card and reserves nothing
 * @param askedAt null before the team is asked
 * @param lapsesAt when it comes to nothing unless the team answers; null before it is asked
 * @param unpaidAt when it turned out that what was reserved could not be taken though it was approved; null otherwise
 * @param note of the team, to the buyer; blank where they left none
 */
public record ApprovalView(
        ApprovalState state,
        @Nullable PaymentId payment,
        boolean keeps,
        @Nullable Instant askedAt,
        @Nullable Instant lapsesAt,
        @Nullable Instant unpaidAt,
        String note) {

    /** Whether its buyer has nothing to do: it is the team's turn, or the bank's once the team has said yes. */
    boolean waits() {
        return pending() || state == ApprovalState.APPROVED && unpaidAt == null;
    }

    public boolean pending() {
        return state == ApprovalState.PENDING_APPROVAL;
    }
}
