package io.marquee.ordering.web;

import io.marquee.event.Companions;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Refusal;
import io.marquee.ordering.OrderRefused;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.Ordering;
import io.marquee.ordering.RefundOffers;
import io.marquee.ordering.RefundPlan;
import io.marquee.ordering.RefundRequestView;
import io.marquee.ordering.RefundRequests;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketReads;
import java.util.List;
import java.util.Map;
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

/** A buyer's order, opened by its mailed link: no account needed. */
@Controller
@RequestMapping("/orders/{token}")
class OrderController {
    private final Visits visits;
    private final Ordering ordering;
    private final RefundRequests requests;
    private final RefundOffers offers;
    private final TicketReads tickets;
    private final MoneyNotes notes;
    private final Timelines timelines;
    private final Interviews interviews;
    private final TicketStubs.Codes codes;
    private final Companions companions;
    private final PassFiles passes;
    private final Acting acting;

    OrderController(
            Visits visits,
            Ordering ordering,
            RefundRequests requests,
            RefundOffers offers,
            TicketReads tickets,
            MoneyNotes notes,
            Timelines timelines,
            Interviews interviews,
            TicketStubs.Codes codes,
            Companions companions,
            PassFiles passes,
            Acting acting) {
        this.visits = visits;
        this.ordering = ordering;
        this.requests = requests;
        this.offers = offers;
        this.tickets = tickets;
        this.notes = notes;
        this.timelines = timelines;
        this.interviews = interviews;
        this.codes = codes;
        this.companions = companions;
        this.passes = passes;
        this.acting = acting;
    }

    @GetMapping
    ModelAndView show(@PathVariable String token, Page page) {
        Visit visit = visits.open(token);
        return visit.order() == null
                ? SeeOther.to(visit.path())
                : shown(visit, OrderPage.Wish.NONE, FieldErrors.none(), page);
    }

    @PostMapping("/resend")
    ModelAndView resend(@PathVariable String token, Page page, RedirectAttributes redirect) {
        Visit visit = visits.open(token);
        OrderView order = order(visit);
        try {
            acting.as(visit.buyer(), () -> ordering.resend(order.id()));
            Flash.good(page.text().get("ordering.order.resent", order.buyerEmail()))
                    .with(redirect);
        } catch (OrderRefused refused) {
            flash(refused, page, redirect);
        }
        return SeeOther.to(visit.orderPath());
    }

    @PostMapping("/holders/{ticket}")
    ModelAndView rename(
            @PathVariable String token,
            @PathVariable UUID ticket,
            @RequestParam Map<String, String> fields,
            Page page,
            RedirectAttributes redirect) {
        Visit visit = visits.open(token);
        OrderView order = order(visit);
        try {
            acting.as(
                    visit.buyer(),
                    () -> ordering.rename(
                            order.id(), new TicketId(ticket), starting("name", fields), starting("email", fields)));
            Flash.good(page.text().get("ordering.order.corrected")).with(redirect);
        } catch (InvalidInput invalid) {
            String words = FieldErrors.of(invalid, page.text()).together();
            Flash.bad(words).with(redirect);
        }
        return SeeOther.to(visit.orderPath());
    }

    @PostMapping("/refund-requests")
    ModelAndView ask(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable List<UUID> ticket,
            @RequestParam(defaultValue = "false") boolean choose,
            Page page,
            RedirectAttributes redirect) {
        Visit visit = visits.open(token);
        OrderView order = order(visit);
        OrderPage.Wish wish =
                new OrderPage.Wish(reason, choose ? Objects.requireNonNullElse(ticket, List.<UUID>of()) : ticket);
        try {
            acting.as(visit.buyer(), () -> requests.ask(order.id(), reason, chosen(order, wish)));
            Flash.good(page.text().get("ordering.order.asked")).with(redirect);
        } catch (InvalidInput invalid) {
            ModelAndView shown = shown(visit, wish, FieldErrors.of(invalid, page.text()), page);
            shown.setStatus(HttpStatus.valueOf(invalid.kind().status()));
            return shown;
        } catch (OrderRefused refused) {
            flash(refused, page, redirect);
        }
        return SeeOther.to(visit.orderPath());
    }

    /** All that can go back is all that is left: null. */
    private @Nullable List<TicketId> chosen(OrderView order, OrderPage.Wish wish) {
        if (wish.tickets() == null) return null;
        List<TicketId> chosen = wish.tickets().stream().map(TicketId::new).toList();
        boolean all = tickets.ofOrder(order.id().value()).stream()
                .filter(RefundPlan::endable)
                .allMatch(ticket -> chosen.contains(ticket.id()));
        return all && !chosen.isEmpty() ? null : chosen;
    }

    private ModelAndView shown(Visit visit, OrderPage.Wish wish, FieldErrors errors, Page page) {
        OrderView order = order(visit);
        boolean asksSomething = !interviews.of(visit).asked().isEmpty();
        OrderPage view = acting.as(visit.buyer(), () -> {
            List<RefundRequestView> asked = requests.of(order.id());
            return OrderPage.of(
                    visit,
                    order,
                    tickets.ofOrder(order.id().value()),
                    asked,
                    notes.of(visit.event(), order, asked, page.text()),
                    timelines.forBuyer(order, page.text()),
                    asksSomething,
                    offers.to(order),
                    wish,
                    codes,
                    passes,
                    errors,
                    page.text());
        });
        return page.titled(view.headline() + " " + view.event().title())
                .hue(view.event().hue())
                .show("ordering/order", "view", view)
                .addObject(
                        "companions",
                        JoinLink.beside(
                                companions.of(visit.event(), visit.token(), page.text()), visit.event(), page.text()));
    }

    private static OrderView order(Visit visit) {
        @Nullable OrderView order = visit.order();
        if (order == null) throw new NotFound("order");
        return order;
    }

    /** Each ticket's form has fields of its own: {@code name_2}. */
    private static String starting(String field, Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(e -> e.getKey().startsWith(field + "_"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static void flash(Refusal refused, Page page, RedirectAttributes redirect) {
        Flash.bad(page.text().why(refused)).with(redirect);
    }
}
