package io.marquee.payment;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A disputed payment.
 *
 * @param ref the provider's id
 * @param reason the provider's word, such as {@code fraudulent}
 * @param dueBy past it no evidence is taken; null where none is, or the provider does not say
 * @param submittedAt when the organizer handed the evidence in; null before
 * @param handedInAt when the provider had it; null before
 * @param inquiry whether the bank only asks so far: no money moves for that
 * @param withdrawn whether the provider took the money out of the account, be it that it came back since
 */
public record DisputeView(
        UUID id,
        PaymentId payment,
        UUID order,
        EventId event,
        OrganizationId organization,
        String ref,
        DisputeState state,
        Money amount,
        String reason,
        @Nullable Instant dueBy,
        @Nullable Instant submittedAt,
        @Nullable Instant handedInAt,
        boolean inquiry,
        boolean withdrawn,
        Instant createdAt) {

    /** Whether the organizer can still say something. */
    public boolean isOpen(Instant now) {
        return state == DisputeState.NEEDS_RESPONSE && submittedAt == null && (dueBy == null || now.isBefore(dueBy));
    }
}
