package io.marquee.ticketing.web;

import io.marquee.event.ManageNav;
import io.marquee.platform.web.Link;
import java.util.List;

/**
 * The ticket types of an event, for its team.
 *
 * @param path of this list
 * @param wizard empty, or the query that keeps the pages inside the wizard
 * @param steps of the wizard; empty outside it
 */
public record TicketTypesView(
        ManageNav nav,
        List<TicketTypeLine> lines,
        List<TicketTypeLine> archived,
        String path,
        String wizard,
        List<Link> steps) {
    public boolean isWizard() {
        return !steps.isEmpty();
    }
}
