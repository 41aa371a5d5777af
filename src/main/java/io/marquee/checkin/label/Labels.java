package io.marquee.checkin.label;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.marquee.checkin.DoorAnswers;
import io.marquee.checkin.device.DeviceView;
import io.marquee.checkin.device.Enrolments;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.PaperPrinter;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketPapers;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketView;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Prints the badge of somebody who came in: its QR is the ticket's own, so that rooms and exits scan it like the ticket. */
@Component
public class Labels {
    private static final int QR_PIXELS = 450;
    private static final int MOST_LINES = 2;

    private final EventReads events;
    private final Enrolments enrolments;
    private final TicketReads tickets;
    private final DoorAnswers answers;
    private final TicketPapers papers;
    private final PaperPrinter printer;
    private final TemplateEngine templates;
    private final Acting acting;

    Labels(
            EventReads events,
            Enrolments enrolments,
            TicketReads tickets,
            DoorAnswers answers,
            TicketPapers papers,
            PaperPrinter printer,
            TemplateEngine templates,
            Acting acting) {
        this.events = events;
        this.enrolments = enrolments;
        this.tickets = tickets;
        this.answers = answers;
        this.papers = papers;
        this.printer = printer;
        this.templates = templates;
        this.acting = acting;
    }

    /** @param type of the content, for HTTP */
    public record File(String name, String type, byte[] content) {}

    /**
     * Of a ticket that was let in, by whoever may let it in: nobody gets the code of one that has not come yet.
     *
     * @param size such as 62x29
     * @param format pdf or zpl
     * @throws InvalidInput at {@code size} or {@code format}
     * @throws NotFound where there is no such ticket for this gate, or it did not come yet
     */
    @Transactional(readOnly = true)
    public File print(String eventIdOrSlug, TicketId id, String size, String format, Text text) {
        EventView event = events.where(Permission.CHECK_IN, eventIdOrSlug);
        Label.Size paper = Label.Size.of(size);
        Label label = acting.asSystem(event.organization(), () -> label(event, admitted(event, id), paper, text));
        return switch (format) {
            case "pdf" -> new File("label.pdf", "application/pdf", pdf(label, text));
            case "zpl" -> new File("label.zpl", "application/zpl", Zpl.of(label).getBytes(StandardCharsets.UTF_8));
            default -> throw InvalidInput.at("format", "choice");
        };
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

    private Label label(EventView event, TicketView ticket, Label.Size size, Text text) {
        Stream<String> said =
                answers.of(event, List.of(ticket.id()), text).getOrDefault(ticket.id(), List.of()).stream()
                        .map(List::getLast);
        return new Label(
                size,
                ticket.holderName(),
                Stream.concat(said.limit(MOST_LINES - 1), Stream.of(ticket.typeAndSeat(text)))
                        .toList(),
                event.details().title(),
                ticket.qr());
    }

    private byte[] pdf(Label label, Text text) {
        StringOutput html = new StringOutput();
        String qr =
                "data:image/png;base64," + Base64.getEncoder().encodeToString(papers.qrPng(label.code(), QR_PIXELS));
        templates.render("checkin/label.jte", Map.of("label", LabelPaper.of(label, qr), "language", text.code()), html);
        return printer.print(html.toString());
    }
}
