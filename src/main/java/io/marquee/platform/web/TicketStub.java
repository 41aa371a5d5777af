package io.marquee.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as its holder sees it, for {@code ui/ticket.jte}. All words are resolved already.
 *
 * @param position "Ticket 1 of 2"
 * @param facts what the stub says: when, where, whom it admits
 * @param qr address of the code's picture (SVG or PNG); null hides the code, as for a ticket that admits nobody any more
 * @param code the short code for people, "K7QF-2M9P"
 * @param actions what the holder may do
 */
public record TicketStub(
        String title,
        @Nullable String position,
        Chip state,
        List<Fact> facts,
        @Nullable String qr,
        String code,
        List<Link> actions) {

    /** A labelled fact in up to two lines. */
    public record Fact(String label, String value, @Nullable String more) {}
}
