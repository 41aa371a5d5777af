package io.marquee.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which events, by their time. Days are those on the calendar of each event's place. */
public sealed interface Period {
    Upcoming UPCOMING = new Upcoming();
    Past PAST = new Past();
    Today TODAY = new Today();

    /** What is not over yet, soonest first. */
    record Upcoming() implements Period {}

    /** What is over, latest first. */
    record Past() implements Period {}

    /** What goes on today, where it goes on, and is not over yet. */
    record Today() implements Period {}

    /**
     * What goes on between two days, both included, soonest first.
     *
     * @param from null: from now on, or from the beginning where {@code to} is past
     * @param to null: without end
     */
    record Days(@Nullable LocalDate from, @Nullable LocalDate to) implements Period {}
}
