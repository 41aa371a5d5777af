package io.marquee.event;

import java.time.LocalDateTime;

/**
 * That a published event takes place later than it was said.
 *
 * @param from when it was said to start at first, on the clock of its place
 * @param dateKnown whether its times are the new ones; else they are the old ones, and nothing happens at them
 * @param reason in the organizer's words
 */
public record Postponement(LocalDateTime from, boolean dateKnown, String reason) {}
