package io.marquee.planning;

import io.marquee.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Something to do, as the team edits it.
 *
 * @param owner of the event's team; null: everybody's
 * @param dueDays from the event's first day on: -14 is two weeks before it; null for no day
 */
public record TaskDetails(
        String title,
        String note,
        Phase phase,
        @Nullable PersonId owner,
        @Nullable Integer dueDays) {}
