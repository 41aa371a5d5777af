package io.marquee.event.series;

import io.marquee.kernel.EventId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One day of a series.
 *
 * @param slot as the rule gave it; the event may have been moved since
 * @param event null where this day is left out
 * @param altered whether its event was edited on its own
 */
public record Occurrence(LocalDate slot, @Nullable EventId event, boolean altered) {}
