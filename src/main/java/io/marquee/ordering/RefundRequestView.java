package io.marquee.ordering;

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

    public boolean open() {
        return decidedAt == null;
    }
}
