package io.marquee.event;

import io.marquee.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket type as search engines and lists show it.
 *
 * @param left how many are free now
 * @param from when its sale begins; null: it has
 * @param until when its sale ends; null: with the registration
 */
public record Offer(
        String name,
        Money price,
        int left,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** Whether it can be had at this moment, as far as stock and its sale window go. */
    public boolean available(Instant now) {
        return left > 0 && (from == null || !now.isBefore(from)) && (until == null || now.isBefore(until));
    }
}
