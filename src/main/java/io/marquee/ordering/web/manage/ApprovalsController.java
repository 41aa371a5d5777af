package io.marquee.ordering.web.manage;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.ordering.Approvals;
import io.marquee.ordering.OrderId;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.ApprovedTypes;
import io.marquee.ticketing.TicketTypeId;
import java.net.URLEncoder;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An event's approval queue: who asks to buy, the team's word for one or many, and which ticket types ask for it. */
@Controller
@RequestMapping("/manage/events/{slug}/approvals")
class ApprovalsController {
    private final EventReads events;
    private final Approvals approvals;
    private final ApprovedTypes types;
    private final ApprovalPages pages;

    ApprovalsController(EventReads events, Approvals approvals, ApprovedTypes types, ApprovalPages pages) {
        this.events = events;
        this.approvals = approvals;
        this.types = types;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String cursor,
            Page page) {
        EventView event = events.where(Permission.SEE_ORDERS, slug);
        return shown(event, pages.of(event, state, cursor, FieldErrors.none(), page.text()), page);
    }

    @PostMapping
    ModelAndView choose(
            @PathVariable String slug,
            @RequestParam(name = "ticketTypes", required = false) @Nullable List<UUID> chosen,
            Page page,
            RedirectAttributes redirect) {
        // the page that the form stands on shows what was bought, too
        events.where(Permission.SEE_ORDERS, slug);
        EventView event = events.where(Permission.EDIT_EVENT, slug);
        try {
            types.choose(
                    event.organization(),
                    event.id(),
                    chosen == null
                            ? List.of()
                            : chosen.stream()
                                    .filter(Objects::nonNull)
                                    .map(TicketTypeId::new)
                                    .toList());
        } catch (InvalidInput invalid) {
            FieldErrors errors = FieldErrors.of(invalid, page.text());
            return refused(event, pages.of(event, "", null, errors, page.text()), page);
        }
        Flash.good(page.text().get("ordering.approvals.saved")).with(redirect);
        return back(event, "");
    }

    @PostMapping("/approval")
    ModelAndView approve(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable List<UUID> orders,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String cursor,
            Page page,
            RedirectAttributes redirect) {
        EventView event = events.where(Permission.REFUND, slug);
        Answer answer = new Answer(ids(orders), note, cursor);
        return decide(event, answer, approvals::approve, "ordering.approvals.approved", page, redirect);
    }

    @PostMapping("/refusal")
    ModelAndView decline(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable List<UUID> orders,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String cursor,
            Page page,
            RedirectAttributes redirect) {
        EventView event = events.where(Permission.REFUND, slug);
        Answer answer = new Answer(ids(orders), note, cursor);
        return decide(event, answer, approvals::decline, "ordering.approvals.declined", page, redirect);
    }

    /** What was sent. @param cursor of the page that it stands on */
    private record Answer(List<OrderId> orders, String note, String cursor) {}

    private interface Deciding {
        Approvals.Decided of(EventView event, List<OrderId> orders, String note);
    }

    private ModelAndView decide(
            EventView event, Answer answer, Deciding how, String done, Page page, RedirectAttributes redirect) {
        try {
            told(how.of(event, answer.orders(), answer.note()), done, page.text())
                    .with(redirect);
            return back(event, answer.cursor());
        } catch (InvalidInput invalid) {
            boolean none = invalid.problems().stream()
                    .anyMatch(problem -> problem.field().equals("orders"));
            FieldErrors errors = none
                    ? FieldErrors.ofForm(page.text().get("ordering.approvals.none_chosen"))
                    : FieldErrors.of(invalid, page.text());
            String cursor = answer.cursor().isEmpty() ? null : answer.cursor();
            ApprovalsPage again = pages.of(event, "", cursor, FieldErrors.none(), page.text());
            return refused(event, again.sent(answer.orders(), answer.note(), errors), page);
        }
    }

    private static Flash told(Approvals.Decided decided, String done, Text text) {
        String words = text.get(done, decided.decided().size());
        if (decided.refused().isEmpty()) return Flash.good(words);
        String why = text.why(decided.refused().values().iterator().next());
        return Flash.bad(words + " "
                + text.get("ordering.approvals.refused", decided.refused().size(), why));
    }

    private static List<OrderId> ids(@Nullable List<UUID> orders) {
        return orders == null
                ? List.of()
                : orders.stream().filter(Objects::nonNull).map(OrderId::new).toList();
    }

    private static ModelAndView back(EventView event, String cursor) {
        String path = "/manage/events/" + event.slug() + "/approvals";
        return SeeOther.to(cursor.isEmpty() ? path : path + "?cursor=" + URLEncoder.encode(cursor, UTF_8));
    }

    private static ModelAndView refused(EventView event, ApprovalsPage view, Page page) {
        ModelAndView again = shown(event, view, page);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private static ModelAndView shown(EventView event, ApprovalsPage view, Page page) {
        return page.titled(page.text().get("ordering.approvals.title"))
                .hue(event.details().hue())
                .show("ordering/manage/approvals", "view", view);
    }
}
