package io.marquee.platform.web;

import io.marquee.kernel.InvalidInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Moments as they are sent: with an offset, or as the clocks of a place show them. */
public final class TimeField {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private TimeField() {}

    /** @param typed empty or null for none @throws InvalidInput at the field, when it is no time, or far away from ours */
    public static @Nullable Instant parse(String field, @Nullable String typed, ZoneId zone) {
        if (typed == null || typed.isBlank()) return null;
        try {
            boolean hasOffset = typed.matches(".*T.*(Z|[+-]\\d{2}:?\\d{2})");
            return near(
                    field,
                    hasOffset
                            ? OffsetDateTime.parse(typed).toInstant()
                            : LocalDateTime.parse(typed).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            throw InvalidInput.at(field, "date_time");
        }
    }

    /** @throws InvalidInput at the field, when it is so far away that nobody means it and no database keeps it */
    public static @Nullable Instant near(String field, @Nullable Instant at) {
        if (at != null && (at.isBefore(EARLIEST) || !at.isBefore(LATEST))) {
            throw InvalidInput.at(field, "date_out_of_range");
        }
        return at;
    }

    /** As it stands in the field again. */
    public static String of(@Nullable Instant at, ZoneId zone) {
        return at == null
                ? ""
                : LocalDateTime.ofInstant(at, zone).withSecond(0).withNano(0).toString();
    }
}
