package io.marquee.checkin.label;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.marquee.checkin.device.DeviceView;
import io.marquee.checkin.device.Enrolments;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.web.Text;
import io.marquee.registration.Questions;
import io.marquee.ticketing.PaperPrinter;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketPapers;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketState;
import io.marquee.ticketing.TicketTypeReads;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.TicketView;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Prints the badge of somebody who came in: its QR is the ticket's own, so that rooms and exits scan it like the ticket. */
@Component
public class Labels {
    private static final int QR_PIXELS = 450;

    private final EventReads events;
    private final Enrolments enrolments;
    private final TicketReads tickets;
    private final Badges badges;
    private final LabelMaking making;
    private final Questions questions;
    private final TicketTypeReads types;
    private final TicketPapers papers;
    private final PaperPrinter printer;
    private final TemplateEngine templates;
    private final Acting acting;

    Labels(
            EventReads events,
            Enrolments enrolments,
            TicketReads tickets,
            Badges badges,
            LabelMaking making,
            Questions questions,
            TicketTypeReads types,
            TicketPapers papers,
            PaperPrinter printer,
            TemplateEngine templates,
            Acting acting) {
        this.events = events;
        this.enrolments = enrolments;
        this.tickets = tickets;
        this.badges = badges;
        this.making = making;
        this.questions = questions;
        this.types = types;
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
     * @param size such as 62x29; null for that of the event's badges
     * @param format pdf or zpl
     * @throws InvalidInput at {@code size} or {@code format}
     * @throws NotFound where there is no such ticket for this gate, or it did not come yet
     */
    @Transactional(readOnly = true)
    public File print(String eventIdOrSlug, TicketId id, @Nullable String size, String format, Text text) {
        EventView event = events.where(Permission.CHECK_IN, eventIdOrSlug);
        Label.Size asked = size == null ? null : Label.Size.of(size);
        Label label = acting.asSystem(event.organization(), () -> {
            TicketView ticket = admitted(event, id);
            BadgeTemplate template = badges.read(event.id());
            return making.of(event, ticket, template, asked == null ? template.size() : asked, text);
        });
        return switch (format) {
            case "pdf" -> new File("label.pdf", "application/pdf", pdf(label, text));
            case "zpl" -> new File("label.zpl", "application/zpl", Zpl.of(label).getBytes(StandardCharsets.UTF_8));
            default -> throw InvalidInput.at("format", "choice");
        };
    }

    /**
     * What a template would print for somebody, as a picture.
     *
     * @throws io.marquee.kernel.Refusal unless the actor may edit the event
     */
    @Transactional(readOnly = true)
    public byte[] preview(String eventIdOrSlug, BadgeTemplate template, Text text) {
        EventView event = events.where(Permission.EDIT_EVENT, eventIdOrSlug);
        List<String> asked = questions.asked(event.id()).stream()
                .filter(question -> template.questions() == null
                        ? question.details().atDoor()
                        : template.questions().contains(question.id().value()))
                .map(question -> question.details().label())
                .limit(template.questions() == null ? 1 : Long.MAX_VALUE)
                .toList();
        String type = types.all(event.id()).stream()
                .findFirst()
                .map(TicketTypeView::name)
                .orElseGet(() -> text.get("checkin.badge.sample_type"));
        Label sample = acting.asSystem(event.organization(), () -> making.sample(event, template, asked, type, text));
        return LabelPicture.png(pdf(sample, text));
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

    private byte[] pdf(Label label, Text text) {
        StringOutput html = new StringOutput();
        String qr =
                "data:image/png;base64," + Base64.getEncoder().encodeToString(papers.qrPng(label.code(), QR_PIXELS));
        templates.render("checkin/label.jte", Map.of("label", LabelPaper.of(label, qr), "language", text.code()), html);
        return printer.print(html.toString());
    }
}
