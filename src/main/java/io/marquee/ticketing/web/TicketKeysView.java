package io.marquee.ticketing.web;

import io.marquee.organization.OrganizationNav;
import io.marquee.platform.web.Chip;
import java.util.List;

/** An organization's keys, newest first. */
public record TicketKeysView(OrganizationNav nav, String path, List<Row> rows) {

    public record Row(String number, String since, Chip state) {}
}
