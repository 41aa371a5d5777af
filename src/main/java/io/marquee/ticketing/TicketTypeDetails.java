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
 * @param hidden shown only through its own link, or with a promo code that unlocks it
 * @param minimum the least that a buyer may choose to pay for one, the price being a suggestion; null: the price is fixed
 * @param addOn whether it is sold only together with an admission
 * @param maxPerTicket how many of an add-on for each admission; null for no limit
 * @param variantOf the heading that it shares with others, such as early bird and regular; empty for a type of its own
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
        boolean hidden,
        @Nullable Money minimum,
        boolean addOn,
        @Nullable Integer maxPerTicket,
        String variantOf) {
    public static final int DEFAULT_MAX_PER_ORDER = 10;
    static final int MOST_PER_ORDER = 100;
    private static final int MOST = 10_000_000;
    static final long DEAREST = 1_000_000_000_000L;

    /** A plain admission at a fixed price. */
    public TicketTypeDetails(
            String name,
            String description,
            Money price,
            int quantity,
            int maxPerOrder,
            @Nullable Integer maxPerPerson,
            @Nullable Instant saleStartsAt,
            @Nullable Instant saleEndsAt,
            boolean hidden) {
        this(
                name,
                description,
                price,
                quantity,
                maxPerOrder,
                maxPerPerson,
                saleStartsAt,
                saleEndsAt,
                hidden,
                null,
                false,
                null,
                "");
    }

    public TicketTypeDetails {
        name = name.strip();
        description = description.strip();
        variantOf = variantOf.strip();
    }

    /** @throws InvalidInput with every rule that is broken */
    public void check() {
        InvalidInput.gather()
                .check(!name.isEmpty(), "name", "required")
                .check(name.length() <= 120, "name", "too_long", 120)
                .check(description.length() <= 1000, "description", "too_long", 1000)
                .check(variantOf.length() <= 80, "variantOf", "too_long", 80)
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
                .check(
                        minimum == null || minimum.currency().equals(price.currency()),
                        "minimum.currency",
                        "mixed_currencies")
                .check(
                        minimum == null || minimum.amount() >= 0 && minimum.amount() <= price.amount(),
                        "minimum.amount",
                        "minimum_above_price")
                .check(
                        maxPerTicket == null || maxPerTicket >= 1 && maxPerTicket <= MOST_PER_ORDER,
                        "maxPerTicket",
                        "range",
                        1,
                        MOST_PER_ORDER)
                .check(addOn || maxPerTicket == null, "maxPerTicket", "add_ons_only")
                .orThrow();
    }
}
