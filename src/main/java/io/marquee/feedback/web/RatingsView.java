package io.marquee.feedback.web;

import io.marquee.feedback.FeedbackSummary;
import io.marquee.platform.web.Text;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Ratings as shown.
 *
 * @param average "4.3 of 5"
 * @param answered how many of how many, in words
 * @param bars the best first
 */
public record RatingsView(String average, String answered, int total, List<Bar> bars) {

    /** @param label what the rating says */
    public record Bar(String label, int count) {}

    static RatingsView of(FeedbackSummary summary, Text text) {
        return new RatingsView(
                text.get("feedback.of_five", summary.average()),
                text.get("feedback.answered", summary.answered(), summary.asked()),
                summary.answered(),
                IntStream.of(5, 4, 3, 2, 1)
                        .mapToObj(rating -> new Bar(
                                text.get("feedback.rating." + rating),
                                summary.ratings().get(rating - 1)))
                        .toList());
    }
}
