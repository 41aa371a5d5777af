package io.marquee.ordering.api;

import io.marquee.audit.History;
import io.marquee.event.EventCalendar;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.NotFound;
import io.marquee.ordering.OrderId;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.Ordering;
import io.marquee.ordering.api.OrderAnswers.Items;
import io.marquee.ordering.api.OrderBodies.Person;
import io.marquee.ordering.web.Timelines;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketPapers;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What else there is to an order: what happened to it, its mail, its papers, the names on its tickets. */
@RestController
@RequestMapping("/api/v1/orders/{id}")
@Tag(name = "Orders")
class OrderCareApi {
    private static final String CALENDAR = "text/calendar";

    private final Ordering ordering;
    private final OrderReads orders;
    private final Timelines timelines;
    private final EventReads events;
    private final TicketPapers papers;
    private final EventCalendar calendar;
    private final Access access;
    private final Acting acting;

    OrderCareApi(
            Ordering ordering,
            OrderReads orders,
            Timelines timelines,
            EventReads events,
            TicketPapers papers,
            EventCalendar calendar,
            Access access,
            Acting acting) {
        this.ordering = ordering;
        this.orders = orders;
        this.timelines = timelines;
        this.events = events;
        this.papers = papers;
        this.calendar = calendar;
        this.access = access;
        this.acting = acting;
    }

    /**
     * One move of the order, of a payment of it, or of money on its way back.
     *
     * @param person who did it, for the team; null where it was no person, or for the buyer
     */
    record Move(
            @Schema(example = "order") String subject,
            UUID id,
            @Nullable @Schema(example = "pending") String from,
            @Schema(example = "paid") String to,
            @Nullable String reason,
            @Schema(example = "person") String by,
            @Nullable UUID person,
            Instant at) {
        static Move of(History.Entry entry, boolean named) {
            return new Move(
                    entry.subject(),
                    entry.subjectId(),
                    entry.from(),
                    entry.to(),
                    entry.reason(),
                    entry.actorKind(),
                    named && entry.actorKind().equals("person") ? entry.actorId() : null,
                    entry.at());
        }
    }

    @Operation(
            summary = "List what happened to an order",
            description = "Newest first: the order’s own moves, those of its payments, and of money that goes back.")
    @GetMapping("/timeline")
    Items<Move> timeline(@PathVariable OrderId id) {
        OrderView order = orders.shown(id);
        boolean named = access.may(Permission.SEE_ORDERS, order.organization(), order.event());
        return new Items<>(timelines.entries(order).stream()
                .map(entry -> Move.of(entry, named))
                .toList());
    }

    @Operation(
            summary = "Mail an order's tickets to its buyer again",
            description = "At most once a minute. 409 no_address where nobody gave one, as at the box office.")
    @PostMapping("/mails")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void mail(@PathVariable OrderId id) {
        ordering.resend(id);
    }

    @Operation(
            summary = "An order's tickets as PDF",
            description = "Those that open the door, a page each, without those that were passed on.")
    @GetMapping(value = "/tickets/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> pdf(@PathVariable OrderId id, Locale locale) {
        OrderView order = orders.bought(id);
        List<TicketView> admitting = orders.tickets(id).stream()
                .filter(ticket -> (ticket.open() || ticket.state() == TicketState.CHECKED_IN) && !ticket.passedOn())
                .toList();
        if (admitting.isEmpty()) throw new NotFound("ticket");
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"tickets-" + order.code() + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(papers.pdf(eventOf(order), admitting, locale));
    }

    @Operation(summary = "An order's event for a calendar", description = "As iCalendar; private events too.")
    @GetMapping(value = "/calendar", produces = CALENDAR)
    ResponseEntity<byte[]> calendar(@PathVariable OrderId id) {
        EventView event = eventOf(orders.shown(id));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + event.slug() + ".ics\"")
                .body(calendar.of(event).getBytes(StandardCharsets.UTF_8));
    }

    @Operation(
            summary = "Correct who comes with a ticket",
            description =
                    "By the buyer or the team. Its code stays; where tickets may not be passed on, a buyer may correct the "
                            + "spelling.")
    @PutMapping("/tickets/{ticket}/holder")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rename(@PathVariable OrderId id, @PathVariable TicketId ticket, @RequestBody Person body) {
        ordering.rename(id, ticket, OrderBodies.said(body.name()), OrderBodies.said(body.email()));
    }

    private EventView eventOf(OrderView order) {
        return acting.asSystem(order.organization(), () -> events.byId(order.event()));
    }
}
