package io.marquee.ordering.web;

import io.marquee.kernel.ShortCode;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Link;
import io.marquee.platform.web.QrCode;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.TicketStub;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tickets as their holders see them. */
final class TicketStubs {
    private TicketStubs() {}

    /** Which codes move. */
    interface Codes {
        /** @return null for one that doesn't */
        TicketStub.@Nullable Moving moving(TicketView ticket);
    }

    /**
     * @param of how many there are; null where the ticket stands alone
     * @param codes asked where the code is shown
     */
    static TicketStub of(
            TicketView ticket, EventSummary event, @Nullable Integer of, List<Link> actions, Codes codes, Text text) {
        // whoever passed it on sees that it is gone, and none of its new codes
        boolean held = ticket.isHeldByActor();
        TicketStub.Moving moving = held && admits(ticket) ? codes.moving(ticket) : null;
        return new TicketStub(
                event.title(),
                of == null ? null : text.get("ordering.ticket.position", ticket.position(), of),
                held || !admits(ticket) ? Chip.of(text, ticket.state()) : Chip.of(text, "transferred"),
                facts(ticket, event, text),
                held && admits(ticket) && moving == null ? picture(ticket.qr()) : null,
                moving,
                held ? ShortCode.grouped(ticket.code()) : "",
                admits(ticket) ? actions : List.of());
    }

    /** Whether it opens the door, or has. */
    static boolean admits(TicketView ticket) {
        return ticket.state() == TicketState.ISSUED
                || ticket.state() == TicketState.STAKED
                || ticket.state() == TicketState.CHECKED_IN;
    }

    /** Whether it admits whom the order's buyer sent, and not somebody it was passed on to. */
    static boolean stays(TicketView ticket) {
        return admits(ticket) && !ticket.passedOn();
    }

    private static List<TicketStub.Fact> facts(TicketView ticket, EventSummary event, Text text) {
        List<TicketStub.Fact> facts = new ArrayList<>();
        facts.add(new TicketStub.Fact(text.get("ordering.ticket.when"), event.when(), null));
        if (event.where() != null) {
            facts.add(new TicketStub.Fact(text.get("ordering.ticket.where"), event.where(), null));
        }
        facts.add(
                new TicketStub.Fact(text.get("ordering.ticket.admits"), ticket.holderName(), ticket.ticketTypeName()));
        if (ticket.seat() != null) {
            facts.add(new TicketStub.Fact(
                    text.get("seating.on_ticket"), ticket.seat().words(text), null));
        }
        return facts;
    }

    private static String picture(String words) {
        return "data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(QrCode.svg(words).getBytes(StandardCharsets.UTF_8));
    }
}
