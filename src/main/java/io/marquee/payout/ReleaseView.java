package io.marquee.payout;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The money of an event that ended, which goes to the bank some days later, once.
 *
 * @param currency null until its time has come: each currency becomes a release of its own
 * @param dueAt when it is looked at next, or was last
 * @param words the provider's, where it refused
 * @param amount null until it is decided
 * @param payout the provider's id of the payout; null until it was sent
 */
public record ReleaseView(
        UUID id,
        OrganizationId organization,
        EventId event,
        String provider,
        @Nullable String currency,
        Instant dueAt,
        ReleaseState state,
        @Nullable ReleaseReason reason,
        @Nullable String words,
        @Nullable Money amount,
        @Nullable String payout) {}
