package io.marquee.payment;

import io.marquee.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a provider says something that our states cannot follow; nothing was settled by it.
 *
 * @param kind such as {@code amount} or {@code unknown_charge}; its words are under {@code payment.discrepancy.<kind>}
 * @param payment ours; null for a charge that nobody knows
 * @param charge the provider's id; null where it never had one
 * @param account whose books it is in; null for the operator's own
 * @param amount what would go back; null where nothing can
 * @param moves what was decided about it, oldest first
 */
public record DiscrepancyView(
        UUID id,
        String kind,
        @Nullable PaymentId payment,
        String provider,
        @Nullable String account,
        @Nullable String charge,
        String expected,
        String found,
        @Nullable Money amount,
        DiscrepancyState state,
        Instant seenAt,
        List<Move> moves) {

    /** @param by person, system and so on */
    public record Move(
            Instant at,
            DiscrepancyState to,
            String by,
            @Nullable UUID person,
            String note) {}

    public boolean refundable() {
        return state == DiscrepancyState.OPEN && amount != null && charge != null;
    }
}
