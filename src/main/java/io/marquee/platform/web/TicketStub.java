package io.marquee.platform.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as its holder sees it, for {@code ui/ticket.jte}. All words are resolved already.
 *
 * @param position "Ticket 1 of 2"
 * @param facts what the stub says: when, where, whom it admits
 * @param qr address of the code's picture (SVG or PNG); null hides the code, as for a ticket that admits nobody any more
 * @param moving what shows a code that moves, in the place of {@code qr}; null for one that doesn't
 * @param code the short code for people, "K7QF-2M9P"
 * @param actions what the holder may do
 */
public record TicketStub(
        String title,
        @Nullable String position,
        Chip state,
        List<Fact> facts,
        @Nullable String qr,
        @Nullable Moving moving,
        String code,
        List<Link> actions) {

    /**
     * What a page's script shows a moving code with.
     *
     * @param secret base64url
     * @param certificate base64url
     * @param now the server's time: the visitor's clock may be wrong
     */
    public record Moving(String secret, String certificate, Instant now, Duration step) {}

    /** A labelled fact in up to two lines. */
    public record Fact(String label, String value, @Nullable String more) {}
}
