package io.marquee.invoicing;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.invoicing.thermal.EscPos;
import io.marquee.invoicing.thermal.Roll;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.TicketView;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Till rolls as files: PDF, or the bytes that go to the printer as they are. */
@Component
public class RollFiles {
    private final Rolls rolls;
    private final Documents documents;
    private final OrderReads orders;
    private final EventReads events;
    private final Acting acting;

    RollFiles(Rolls rolls, Documents documents, OrderReads orders, EventReads events, Acting acting) {
        this.rolls = rolls;
        this.documents = documents;
        this.orders = orders;
        this.events = events;
        this.acting = acting;
    }

    /**
     * @param width 58 or 80
     * @param format pdf or escpos
     * @throws io.marquee.kernel.Refusal
     */
    public ResponseEntity<byte[]> document(OrderView order, UUID document, String width, String format) {
        DocumentView found = documents.ofOrder(order.id(), document);
        return file(
                rolls.receipt(found, Roll.Width.of(width)),
                format,
                found.fileName(),
                Locale.forLanguageTag(found.sheet().language()));
    }

    /** The order's tickets that open the door, of those that the actor holds. @throws io.marquee.kernel.Refusal */
    public ResponseEntity<byte[]> tickets(OrderView order, String width, String format) {
        List<TicketView> held = orders.tickets(order.id()).stream()
                .filter(ticket -> ticket.open() && ticket.isHeldByActor())
                .toList();
        if (held.isEmpty()) throw new NotFound("ticket");
        // the buyer of a private event sees what they bought, though not its page
        EventView event = acting.asSystem(order.organization(), () -> events.byId(order.event()));
        Locale locale = Locale.forLanguageTag(order.locale());
        return file(
                rolls.tickets(event, held, locale, Roll.Width.of(width)), format, "tickets-" + order.code(), locale);
    }

    private ResponseEntity<byte[]> file(Roll roll, String format, String name, Locale locale) {
        return switch (format) {
            case "pdf" -> file(MediaType.APPLICATION_PDF, name + ".pdf", rolls.pdf(roll, locale));
            case "escpos" -> file(MediaType.APPLICATION_OCTET_STREAM, name + ".bin", EscPos.of(roll));
            default -> throw InvalidInput.at("format", "choice");
        };
    }

    private static ResponseEntity<byte[]> file(MediaType type, String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(content);
    }
}
