package io.marquee.escrow;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.ordering.OrderId;
import java.time.Instant;

/** What was decided about stakes of an order. Published inside the transaction that did it. */
public sealed interface StakeEvent {
    OrderId order();

    /** Nobody came with these tickets. {@code charged} whether it was paid before; otherwise it is taken now. */
    record StakesLost(
            OrderId order, EventId event, OrganizationId organization, Money amount, boolean charged, Instant at)
            implements StakeEvent {}

    /** The team gives a lost stake back all the same. */
    record StakeForgiven(
            OrderId order, EventId event, OrganizationId organization, Money amount, boolean charged, Instant at)
            implements StakeEvent {}
}
