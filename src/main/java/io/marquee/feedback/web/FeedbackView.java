package io.marquee.feedback.web;

import io.marquee.event.ManageNav;
import io.marquee.platform.web.Pagination;
import java.util.List;

/** What was said of one event. */
public record FeedbackView(ManageNav nav, RatingsView ratings, List<Comment> comments, Pagination pagination) {

    /** @param rating "4 of 5" */
    public record Comment(String rating, String words, String at) {}
}
