package io.marquee.pricing;

import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an event's team decided about its prices, beside the prices themselves. */
public record Tariff(List<GroupDiscount> groups, List<Tax> taxes, List<Fee> fees) {
    public static final Tariff NONE = new Tariff(List.of(), List.of(), List.of());

    /** Whether prices are what they say: nothing is added, lowered or told apart. */
    public boolean isPlain() {
        return groups.isEmpty() && taxes.isEmpty() && fees.isEmpty();
    }

    /** Who takes so many tickets together pays less. Of several that are reached the one that saves most counts. */
    public record GroupDiscount(UUID id, int from, Reduction reduction, Scope scope) {}

    /**
     * @param inclusive whether the price holds it already; otherwise it comes on top
     * @param onFees whether it is on fees that the buyer pays too, inside them or on top likewise
     */
    public record Tax(UUID id, String name, Percentage rate, boolean inclusive, boolean onFees, Scope scope) {

        /** On the tickets alone. */
        public Tax(UUID id, String name, Percentage rate, boolean inclusive, Scope scope) {
            this(id, name, rate, inclusive, false, scope);
        }
    }

    /**
     * For each ticket that costs something.
     *
     * @param rate of what the ticket costs after discounts and before taxes that come on top
     * @param fixed in minor units, for carts of that currency; null where there is none
     * @param passedOn whether the buyer pays it on top; otherwise it comes out of the price
     */
    public record Fee(
            UUID id,
            String name,
            Percentage rate,
            long fixed,
            @Nullable Currency currency,
            boolean passedOn,
            Scope scope) {}
}
