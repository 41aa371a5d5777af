package io.marquee.ordering.web;

import io.marquee.event.EventCalendar;
import io.marquee.kernel.NotFound;
import io.marquee.ordering.OrderView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.web.Page;
import io.marquee.ticketing.TicketPapers;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketView;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a buyer takes along: tickets on paper, and the date for the calendar. */
@Controller
@RequestMapping("/orders/{token}")
class OrderFilesController {
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Visits visits;
    private final TicketReads tickets;
    private final TicketPapers papers;
    private final EventCalendar calendar;
    private final Acting acting;

    OrderFilesController(
            Visits visits, TicketReads tickets, TicketPapers papers, EventCalendar calendar, Acting acting) {
        this.visits = visits;
        this.tickets = tickets;
        this.papers = papers;
        this.calendar = calendar;
        this.acting = acting;
    }

    /** Those that open the door, one page each. */
    @GetMapping("/tickets.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String token, Page page) {
        Visit visit = visits.open(token);
        OrderView order = visit.order();
        if (order == null) throw new NotFound("order");
        List<TicketView> admitting = acting
                .as(visit.buyer(), () -> tickets.ofOrder(order.id().value()))
                .stream()
                .filter(TicketStubs::stays)
                .toList();
        if (admitting.isEmpty()) throw new NotFound("ticket");
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"tickets-" + order.code() + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(papers.pdf(visit.event(), admitting, page.text().locale()));
    }

    /** Of any event that the buyer has tickets for, private ones too. */
    @GetMapping("/calendar.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String token) {
        Visit visit = visits.open(token);
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + visit.event().slug() + ".ics\"")
                .body(calendar.of(visit.event()).getBytes(StandardCharsets.UTF_8));
    }
}
