package io.marquee.payment.web;

import io.marquee.organization.OrganizationNav;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Pagination;
import java.util.List;

/** An organization's disputes: those that wait for an answer first. */
public record DisputesView(OrganizationNav nav, List<Row> rows, Pagination pagination) {

    /** @param due by when an answer is wanted, or a dash */
    public record Row(String path, String event, String amount, String reason, String due, String at, Chip state) {}
}
