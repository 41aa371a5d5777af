package io.marquee.ordering;

import io.marquee.kernel.Money;
import io.marquee.kernel.ShortCode;
import io.marquee.ticketing.HoldView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Orders as they are made of holds. */
final class Drafts {
    private static final int CODE_LENGTH = 8;

    private Drafts() {}

    /** @param asks whether the team is to say yes first: then it is pending though it is free */
    static OrderView order(HoldView hold, BuyerDetails buyer, Instant at, boolean asks) {
        // as exact as the database keeps it
        Instant now = at.truncatedTo(ChronoUnit.MICROS);
        Money none = Money.zero(hold.total().currency());
        boolean free = hold.total().isZero() && !asks;
        @Nullable Instant paidAt = free ? now : null;
        return new OrderView(
                OrderId.next(),
                ShortCode.next(CODE_LENGTH),
                hold.id(),
                hold.event(),
                hold.organization(),
                free ? OrderState.PAID : OrderState.PENDING,
                buyer.name(),
                buyer.email(),
                buyer.locale().toLanguageTag(),
                hold.total(),
                none,
                none,
                hold.items().stream()
                        .map(l -> new OrderView.Line(l.ticketType(), l.name(), l.cost()))
                        .toList(),
                now,
                hold.expiresAt(),
                paidAt,
                null,
                null,
                null);
    }
}
