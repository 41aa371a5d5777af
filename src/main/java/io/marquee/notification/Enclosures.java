package io.marquee.notification;

import io.marquee.event.EventCalendar;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.ordering.OrderId;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketPapers;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketView;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What goes with a mail that brings tickets: a QR for each inside the text, the tickets as PDF, the event as ICS. */
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

    List<Enclosure> of(StoredMail mail) {
        UUID order = mail.order();
        UUID ticket = mail.ticket();
        if (order == null && ticket == null) return List.of();
        return acting.asPlatform(
                () -> order == null ? ofTicket(mail, new TicketId(Objects.requireNonNull(ticket))) : ofOrder(order));
    }

    private List<Enclosure> ofOrder(UUID id) {
        OrderView order = orders.byId(OrderId.of(id));
        Locale locale = Locale.forLanguageTag(order.locale());
        return of(events.byId(order.event()), valid(id), "tickets-" + order.code(), locale);
    }

    /** Nothing once it was passed on or has ended: the mail was late. */
    private List<Enclosure> ofTicket(StoredMail mail, TicketId id) {
        TicketView ticket = tickets.byId(id);
        return ticket == null || !ticket.open() || ticket.serial() != mail.ticketSerial()
                ? List.of()
                : of(
                        events.byId(ticket.event()),
                        List.of(ticket),
                        "ticket-" + ticket.code(),
                        Locale.forLanguageTag(mail.locale()));
    }

    private List<Enclosure> of(EventView event, List<TicketView> valid, String name, Locale locale) {
        List<Enclosure> enclosures = new ArrayList<>();
        valid.forEach(ticket ->
                enclosures.add(new Enclosure(image(ticket), "image/png", true, papers.qrPng(ticket.qr(), QR_PIXELS))));
        if (!valid.isEmpty()) {
            enclosures.add(new Enclosure(name + ".pdf", "application/pdf", false, papers.pdf(event, valid, locale)));
        }
        byte[] ics = calendar.of(event).getBytes(StandardCharsets.UTF_8);
        enclosures.add(new Enclosure(event.slug() + ".ics", "text/calendar; charset=utf-8", false, ics));
        return enclosures;
    }

    /** Those that still let the buyer's people in, by position; what was passed on went to its new holder. */
    List<TicketView> valid(UUID order) {
        return tickets.ofOrder(order).stream()
                .filter(t -> t.open() && !t.passedOn())
                .toList();
    }
}
