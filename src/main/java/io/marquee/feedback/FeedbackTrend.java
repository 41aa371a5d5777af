package io.marquee.feedback;

import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What was said of one event of an organization.
 *
 * @param change of the average against the event before it of which somebody said something; null where there is none
 */
public record FeedbackTrend(
        EventId event,
        String slug,
        String title,
        Instant endsAt,
        ZoneId timeZone,
        FeedbackSummary summary,
        @Nullable Double change) {
    static FeedbackTrend of(EventView event, FeedbackSummary summary, @Nullable FeedbackSummary before) {
        return new FeedbackTrend(
                event.id(),
                event.slug(),
                event.details().title(),
                event.endsAt(),
                event.details().timeZone(),
                summary,
                before == null || summary.answered() == 0 ? null : summary.average() - before.average());
    }
}
