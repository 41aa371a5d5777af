package io.marquee.escrow;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.ordering.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was decided about stakes of an order. Published inside the transaction that did it. */
public sealed interface StakeEvent {
    OrderId order();

    /** Nobody came with these tickets. {@code charged} whether it was paid before; otherwise it is taken now. */
    record StakesLost(
            OrderId order, EventId event, OrganizationId organization, Money amount, boolean charged, Instant at)
            implements StakeEvent {}

    /**
     * The card that was kept was refused.
     *
     * @param failureCode in our words, see {@code payment.failure.<code>}
     * @param nextTry null where it is not charged again by itself
     */
    record StakesUnpaid(
            OrderId order,
            EventId event,
            OrganizationId organization,
            Money amount,
            String failureCode,
            @Nullable Instant nextTry,
            Instant at)
            implements StakeEvent {}

    /** A gate that was alone told late that they had come: what was lost goes back after all. */
    record StakesComeBack(OrderId order, EventId event, OrganizationId organization, Money amount, Instant at)
            implements StakeEvent {}

    /** The team gives a lost stake back all the same. */
    record StakeForgiven(
            OrderId order, EventId event, OrganizationId organization, Money amount, boolean charged, Instant at)
            implements StakeEvent {}
}
