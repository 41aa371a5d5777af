package io.marquee.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; null where it does not matter.
 *
 * @param thing the id of what was changed
 * @param subject its kind
 * @param actor who did it
 * @param from the first moment
 * @param until the moment after the last
 */
public record TrailFilter(
        @Nullable UUID thing,
        @Nullable String subject,
        @Nullable UUID actor,
        @Nullable Instant from,
        @Nullable Instant until) {
    public static final TrailFilter ALL = new TrailFilter(null, null, null, null, null);
}
