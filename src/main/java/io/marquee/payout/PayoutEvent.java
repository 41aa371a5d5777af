package io.marquee.payout;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Money of an organization that did not get where it was to go. Published inside the transaction that wrote it. */
public sealed interface PayoutEvent {
    OrganizationId organization();

    String provider();

    Money amount();

    /**
     * A bank did not take it, and it is in the account again.
     *
     * @param ref the provider's id of the payout
     * @param code the provider's word for why
     */
    record PayoutReturned(
            UUID payout,
            OrganizationId organization,
            String provider,
            String ref,
            Money amount,
            @Nullable String code) implements PayoutEvent {}

    /** The provider does not send an event's money. @param words the provider's. @param round how often it was tried before */
    record ReleaseRefused(
            UUID release,
            int round,
            EventId event,
            OrganizationId organization,
            String provider,
            Money amount,
            String words)
            implements PayoutEvent {}

    /** What the operator passes on by hand was refused later, when whoever asked for it had gone. */
    record TransferRefused(UUID transfer, OrganizationId organization, String provider, Money amount)
            implements PayoutEvent {}
}
