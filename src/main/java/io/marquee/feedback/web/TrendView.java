package io.marquee.feedback.web;

import io.marquee.organization.OrganizationNav;
import java.util.List;

/** What was said of each event of an organization, newest first. */
public record TrendView(OrganizationNav nav, List<Row> rows) {
    public record Row(String title, String path, String endedAt, RatingsView ratings) {}
}
