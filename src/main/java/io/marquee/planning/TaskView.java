package io.marquee.planning;

import io.marquee.kernel.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to do for an event.
 *
 * @param due the last day, on the calendar of the place; null for none
 * @param doneBy who ticked it; null while it is open
 * @param version goes up with every edit, not with a tick
 */
public record TaskView(
        UUID id,
        TaskDetails details,
        @Nullable LocalDate due,
        boolean overdue,
        @Nullable Instant doneAt,
        @Nullable PersonId doneBy,
        int version) {

    public boolean done() {
        return doneAt != null;
    }
}
