package io.marquee.notification;

import io.marquee.event.EventCalendar;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.ordering.OrderId;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.TicketPapers;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What goes with the mail of an order: a QR for each ticket inside the text, the tickets as PDF, the event as ICS. */
@Component
class Enclosures {
    private static final int QR_PIXELS = 320;

    private final OrderReads orders;
    private final EventReads events;
    private final TicketReads tickets;
    private final TicketPapers papers;
    private final EventCalendar calendar;
    private final Acting acting;

    Enclosures(
            OrderReads orders,
            EventReads events,
            TicketReads tickets,
            TicketPapers papers,
            EventCalendar calendar,
            Acting acting) {
        this.orders = orders;
        this.events = events;
        this.tickets = tickets;
        this.papers = papers;
        this.calendar = calendar;
        this.acting = acting;
    }

    /** @param inline shown in the text under {@code cid:name}, else attached */
    record Enclosure(String name, String contentType, boolean inline, byte[] bytes) {}

    /** The content id of a ticket's QR. */
    static String image(TicketView ticket) {
        return "qr-" + ticket.position() + ".png";
    }

    List<Enclosure> ofOrder(UUID id) {
        return acting.asPlatform(() -> {
            OrderView order = orders.byId(OrderId.of(id));
            EventView event = events.byId(order.event());
            List<TicketView> valid = valid(id);
            List<Enclosure> enclosures = new ArrayList<>();
            valid.forEach(ticket -> enclosures.add(
                    new Enclosure(image(ticket), "image/png", true, papers.qrPng(ticket.qr(), QR_PIXELS))));
            if (!valid.isEmpty()) {
                byte[] pdf = papers.pdf(event, valid, Locale.forLanguageTag(order.locale()));
                enclosures.add(new Enclosure("tickets-" + order.code() + ".pdf", "application/pdf", false, pdf));
            }
            byte[] ics = calendar.of(event).getBytes(StandardCharsets.UTF_8);
            enclosures.add(new Enclosure(event.slug() + ".ics", "text/calendar; charset=utf-8", false, ics));
            return enclosures;
        });
    }

    /** Those that still let somebody in, by position. */
    List<TicketView> valid(UUID order) {
        return tickets.ofOrder(order).stream()
                .filter(t -> t.state() == TicketState.ISSUED || t.state() == TicketState.STAKED)
                .toList();
    }
}
