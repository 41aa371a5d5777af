package io.marquee.ordering;

import io.marquee.payment.RefundState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A buyer's wish to have their money back.
 *
 * @param decidedAt null while the team has not answered
 * @param note of the team, to the buyer
 */
public record RefundRequestView(
        UUID id,
        OrderId order,
        String reason,
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
