package io.marquee.ticketing;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a ticket type that its event's team edits.
 *
 * @param price of one; zero is free
 * @param quantity how many there are in all, held and sold ones included
 * @param maxPerPerson null: no limit beyond {@code maxPerOrder}
 * @param saleStartsAt null: as soon as the event is published
 * @param saleEndsAt null: until registration closes
 * @param hidden shown only through its own link
 */
public record TicketTypeDetails(
        String name,
        String description,
        Money price,
        int quantity,
        int maxPerOrder,
        @Nullable Integer maxPerPerson,
        @Nullable Instant saleStartsAt,
        @Nullable Instant saleEndsAt,
        boolean hidden) {
    public static final int DEFAULT_MAX_PER_ORDER = 10;
    private static final int MOST_PER_ORDER = 100;
    private static final int MOST = 10_000_000;
    private static final long DEAREST = 1_000_000_000_000L;

    public TicketTypeDetails {
        name = name.strip();
        description = description.strip();
    }

    /** @throws InvalidInput with every rule that is broken */
    void check() {
        InvalidInput.gather()
                .check(!name.isEmpty(), "name", "required")
                .check(name.length() <= 120, "name", "too_long", 120)
                .check(description.length() <= 1000, "description", "too_long", 1000)
                .check(price.amount() >= 0 && price.amount() <= DEAREST, "price.amount", "price_range")
                .check(price.currency().getDefaultFractionDigits() >= 0, "price.currency", "unknown_currency")
                .check(quantity >= 0 && quantity <= MOST, "quantity", "range", 0, MOST)
                .check(maxPerOrder >= 1 && maxPerOrder <= MOST_PER_ORDER, "maxPerOrder", "range", 1, MOST_PER_ORDER)
                .check(
                        maxPerPerson == null || maxPerPerson >= 1 && maxPerPerson <= MOST,
                        "maxPerPerson",
                        "range",
                        1,
                        MOST)
                .check(
                        saleStartsAt == null || saleEndsAt == null || saleEndsAt.isAfter(saleStartsAt),
                        "saleEndsAt",
                        "sale_ends_before_start")
                .orThrow();
    }
}
