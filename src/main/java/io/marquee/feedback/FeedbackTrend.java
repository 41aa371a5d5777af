package io.marquee.feedback;

import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import java.time.Instant;
import java.time.ZoneId;

/** What was said of one event of an organization. */
public record FeedbackTrend(
        EventId event, String slug, String title, Instant endsAt, ZoneId timeZone, FeedbackSummary summary) {
    static FeedbackTrend of(EventView event, FeedbackSummary summary) {
        return new FeedbackTrend(
                event.id(),
                event.slug(),
                event.details().title(),
                event.endsAt(),
                event.details().timeZone(),
                summary);
    }
}
