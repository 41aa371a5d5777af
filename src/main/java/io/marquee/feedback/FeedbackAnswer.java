package io.marquee.feedback;

import java.time.Instant;
import java.util.UUID;

/** What somebody said. Not who. */
public record FeedbackAnswer(UUID id, int rating, String comment, Instant at) {}
