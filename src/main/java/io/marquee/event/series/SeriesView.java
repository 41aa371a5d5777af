package io.marquee.event.series;

import io.marquee.kernel.OrganizationId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A series as it stands.
 *
 * @param first where the rule begins to count, on the calendar of the place
 * @param madeThrough up to here all days of the rule are decided
 * @param dueAt when the next date is made by itself; null where there is none any more
 * @param endedAt when somebody ended it; null while it goes on
 */
public record SeriesView(
        UUID id,
        OrganizationId organization,
        String slug,
        String title,
        Recurrence recurrence,
        LocalDate first,
        ZoneId timeZone,
        int aheadDays,
        boolean publish,
        LocalDate madeThrough,
        @Nullable Instant dueAt,
        @Nullable Instant endedAt) {}
