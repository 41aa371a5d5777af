package io.marquee.waitingroom;

import io.marquee.kernel.EventId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A waiting room as its team sees it.
 *
 * @param present how many were drawn at the opening; null before it
 * @param seed of the draw in hexadecimal digits; null before it, and where nobody was drawn
 * @param issued places given out
 * @param called how many of them were called
 * @param admitted holds that were taken with a place
 * @param perSecond places that are called a second
 * @param strained whether the checkout was saturated lately
 */
public record RoomView(
        EventId event,
        RoomSettings settings,
        RoomState state,
        @Nullable Long present,
        @Nullable String seed,
        @Nullable Instant openedAt,
        long issued,
        long called,
        long admitted,
        double perSecond,
        @Nullable Instant strainedAt) {

    public long waiting() {
        return issued - called;
    }
}
