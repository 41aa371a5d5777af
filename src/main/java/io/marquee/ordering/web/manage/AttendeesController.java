package io.marquee.ordering.web.manage;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.event.ManageNav.Entry;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.ShortCode;
import io.marquee.kernel.Slice;
import io.marquee.ordering.web.AnswerLine;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Pagination;
import io.marquee.platform.web.Text;
import io.marquee.registration.Answered;
import io.marquee.registration.Answers;
import io.marquee.ticketing.HoldId;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketView;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who comes: the holders of an event's tickets, without what they paid. */
@Controller
class AttendeesController {
    private static final int PAGE = 100;

    private final EventReads events;
    private final TicketReads tickets;
    private final Answers answers;
    private final Acting acting;
    private final Access access;

    AttendeesController(EventReads events, TicketReads tickets, Answers answers, Acting acting, Access access) {
        this.events = events;
        this.tickets = tickets;
        this.answers = answers;
        this.acting = acting;
        this.access = access;
    }

    @GetMapping("/manage/events/{slug}/attendees")
    ModelAndView list(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String cursor,
            Page page) {
        EventView event = events.where(Permission.SEE_GUESTS, slug);
        Slice<TicketView> found = tickets.ofEvent(event.id(), q.replace("\0", ""), cursor, PAGE);
        String path = "/manage/events/" + event.slug() + "/attendees";
        String list = path + "?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
        AttendeeList view = new AttendeeList(
                ManageNav.of(event, Entry.ATTENDEES, access, page.text()),
                path,
                q,
                rows(event, found.items(), page.text()),
                new Pagination(
                        cursor == null ? null : list, found.next() == null ? null : list + "&cursor=" + found.next()),
                !q.isBlank());
        return page.titled(page.text().get("ordering.guests.title"))
                .hue(event.details().hue())
                .show("ordering/manage/attendees", "view", view);
    }

    /** With what each has answered themselves. */
    private List<AttendeeList.Row> rows(EventView event, List<TicketView> found, Text text) {
        Map<HoldId, List<Answered>> answered = acting.asSystem(
                event.organization(),
                () -> answers.ofAll(
                        found.stream().map(TicketView::hold).distinct().toList()));
        return found.stream()
                .map(ticket -> row(
                        ticket,
                        answered.getOrDefault(ticket.hold(), List.of()).stream()
                                .filter(answer -> answer.ticket() == ticket.position())
                                .map(answer -> new AnswerLine(
                                        answer.question().details().label(), answer.words(text)))
                                .toList(),
                        text))
                .toList();
    }

    private static AttendeeList.Row row(TicketView ticket, List<AnswerLine> answers, Text text) {
        return new AttendeeList.Row(
                ticket.holderName(),
                EmailAddress.shown(ticket.holderEmail()),
                ticket.typeAndSeat(text),
                ShortCode.grouped(ticket.code()),
                Chip.of(text, ticket.state()),
                answers);
    }
}
