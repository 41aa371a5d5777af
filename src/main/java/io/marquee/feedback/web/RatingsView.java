package io.marquee.feedback.web;

import io.marquee.feedback.FeedbackSummary;
import io.marquee.platform.web.Text;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Ratings as shown.
 *
 * @param average "4.3 of 5"
 * @param answered how many of how many, in words
 * @param bars the best first
 * @param change against the event before, in words; empty where there is none
 */
public record RatingsView(String average, String answered, int total, List<Bar> bars, String change) {

    /** @param label what the rating says */
    public record Bar(String label, int count) {}

    static RatingsView of(FeedbackSummary summary, @Nullable Double change, Text text) {
        return new RatingsView(
                text.get("feedback.of_five", summary.average()),
                text.get("feedback.answered", summary.answered(), summary.asked()),
                summary.answered(),
                IntStream.of(5, 4, 3, 2, 1)
                        .mapToObj(rating -> new Bar(
                                text.get("feedback.rating." + rating),
                                summary.ratings().get(rating - 1)))
                        .toList(),
                change == null ? "" : change(change, text));
    }

    /** To one digit, as averages are shown. */
    private static String change(double change, Text text) {
        double shown = Math.abs(Math.round(change * 10) / 10.0);
        if (shown == 0) return text.get("feedback.change.same");
        else return text.get(change > 0 ? "feedback.change.up" : "feedback.change.down", shown);
    }
}
