package io.marquee.ordering;

import io.marquee.payment.RefundState;
import io.marquee.ticketing.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A buyer's wish to have their money back.
 *
 * @param tickets whose money it is; null for all that is left of the order
 * @param decidedAt null while the team has not answered
 * @param note of the team, to the buyer
 */
public record RefundRequestView(
        UUID id,
        OrderId order,
        String reason,
        @Nullable List<TicketId> tickets,
        Instant createdAt,
        @Nullable Instant decidedAt,
        boolean approved,
        @Nullable String note) {

    /** How far it is. */
    public RefundState state() {
        if (open()) return RefundState.REQUESTED;
        else return approved ? RefundState.APPROVED : RefundState.DECLINED;
    }

    public boolean open() {
        return decidedAt == null;
    }
}
