package io.marquee.checkin.label;

import io.marquee.checkin.device.DeviceView;
import io.marquee.checkin.device.Enrolments;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Prints the badge of somebody who came in: its QR is the ticket's own, so that rooms and exits scan it like the ticket. */
@Component
public class Labels {
    private final EventReads events;
    private final Enrolments enrolments;
    private final TicketReads tickets;
    private final Badges badges;
    private final LabelMaking making;
    private final LabelLogos logos;
    private final LabelPapers papers;
    private final Acting acting;
    private final TransactionTemplate reading;

    Labels(
            EventReads events,
            Enrolments enrolments,
            TicketReads tickets,
            Badges badges,
            LabelMaking making,
            LabelLogos logos,
            LabelPapers papers,
            Acting acting,
            PlatformTransactionManager transactions) {
        this.events = events;
        this.enrolments = enrolments;
        this.tickets = tickets;
        this.badges = badges;
        this.making = making;
        this.logos = logos;
        this.papers = papers;
        this.acting = acting;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /** @param type of the content, for HTTP */
    public record File(String name, String type, byte[] content) {}

    /**
     * Of a ticket that was let in, by whoever may let it in: nobody gets the code of one that has not come yet.
     *
     * @param size such as 62x29; null for that of the event's badges
     * @param format pdf or zpl
     * @throws InvalidInput at {@code size} or {@code format}
     * @throws NotFound where there is no such ticket for this gate, or it did not come yet
     */
    public File print(String eventIdOrSlug, TicketId id, @Nullable String size, String format, Text text) {
        EventView event = events.where(Permission.CHECK_IN, eventIdOrSlug);
        Label.Size asked = size == null ? null : Label.Size.of(size);
        Made made = acting.asSystem(
                event.organization(),
                () -> Objects.requireNonNull(reading.execute(status -> made(event, id, asked, text))));
        Label label = logos.on(made.label(), event, made.template());
        return switch (format) {
            case "pdf" -> new File("label.pdf", "application/pdf", papers.pdf(label, text));
            case "zpl" -> new File("label.zpl", "application/zpl", Zpl.of(label).getBytes(StandardCharsets.UTF_8));
            default -> throw InvalidInput.at("format", "choice");
        };
    }

    private record Made(Label label, BadgeTemplate template) {}

    private Made made(EventView event, TicketId id, Label.@Nullable Size asked, Text text) {
        TicketView ticket = admitted(event, id);
        BadgeTemplate template = badges.read(event.id());
        return new Made(making.of(event, ticket, template, asked == null ? template.size() : asked, text), template);
    }

    private TicketView admitted(EventView event, TicketId id) {
        DeviceView device = enrolments.good();
        TicketView ticket = tickets.byId(id);
        boolean here = ticket != null
                && ticket.event().equals(event.id())
                && ticket.state() == TicketState.CHECKED_IN
                && (device == null || device.letsIn(ticket.ticketType().value()));
        if (!here) throw new NotFound("ticket");
        return Objects.requireNonNull(ticket);
    }
}
