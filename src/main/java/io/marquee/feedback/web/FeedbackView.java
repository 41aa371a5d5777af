package io.marquee.feedback.web;

import io.marquee.event.ManageNav;
import io.marquee.platform.web.Pagination;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said of one event.
 *
 * @param edit where the questions are changed; null for whoever may not
 */
public record FeedbackView(
        ManageNav nav,
        RatingsView ratings,
        List<Result> results,
        List<Comment> comments,
        Pagination pagination,
        String export,
        @Nullable String edit) {

    /**
     * What was answered to one question.
     *
     * @param answered how many, in words
     * @param spread of numbers, in words; empty for other kinds
     */
    public record Result(
            String label, String answered, int total, List<RatingsView.Bar> bars, String spread, List<String> words) {}

    /** @param rating "4 of 5" */
    public record Comment(String rating, String words, String at) {}
}
