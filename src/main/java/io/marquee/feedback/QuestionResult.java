package io.marquee.feedback;

import io.marquee.registration.Question;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was answered to one question.
 *
 * @param counts how often each choice was taken, in the question's order; empty where nothing is chosen
 * @param spread of numbers; null for other kinds, and where nobody answered
 * @param words the last answers in words, newest first; empty for other kinds
 */
public record QuestionResult(
        Question question,
        int answered,
        List<Count> counts,
        @Nullable Spread spread,
        List<String> words) {

    public record Count(String option, int times) {}

    public record Spread(double least, double mean, double most) {}
}
