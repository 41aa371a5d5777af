package io.marquee.ordering.web;

import io.marquee.event.EventView;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.Text;
import java.util.List;
import java.util.stream.Stream;

/** The way into an event that takes place online: it comes with the ticket, and stands on no page but its holder's. */
final class JoinLink {
    private JoinLink() {}

    /** First of all, where there is one. @param links for whoever holds a ticket that is good */
    static List<Link> beside(List<Link> links, EventView event, Text text) {
        String join = event.joinUrl();
        return join == null
                ? links
                : Stream.concat(Stream.of(Link.to(join, text.get("ordering.join"))), links.stream())
                        .toList();
    }
}
