package io.marquee.ordering.web.manage;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.ShortCode;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.TicketCancellations;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketView;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The team takes tickets of an order back and keeps the money. */
@Controller
@RequestMapping("/manage/events/{slug}/orders/{code}/ticket-cancellations")
class TicketCancellationController {
    private final EventReads events;
    private final OrderReads orders;
    private final TicketCancellations cancellations;
    private final Access access;

    TicketCancellationController(
            EventReads events, OrderReads orders, TicketCancellations cancellations, Access access) {
        this.events = events;
        this.orders = orders;
        this.cancellations = cancellations;
        this.access = access;
    }

    /** What was typed. @param stock as for a refund */
    record Form(List<UUID> ticket, String stock, String reason) {
        Form {
            // what is blank between commas becomes null
            ticket = ticket.stream().filter(Objects::nonNull).toList();
        }
    }

    @GetMapping
    ModelAndView choose(
            @PathVariable String slug,
            @PathVariable String code,
            @RequestParam(defaultValue = "") List<UUID> ticket,
            Page page) {
        EventView event = events.where(Permission.REFUND, slug);
        OrderView order = orders.byCode(event.id(), code);
        return shown(event, order, new Form(ticket, RefundForm.RETURN, ""), FieldErrors.none(), page);
    }

    @PostMapping
    ModelAndView cancel(
            @PathVariable String slug,
            @PathVariable String code,
            @RequestParam(defaultValue = "") List<UUID> ticket,
            @RequestParam(defaultValue = RefundForm.RETURN) String stock,
            @RequestParam(defaultValue = "") String reason,
            Page page,
            RedirectAttributes redirect) {
        EventView event = events.where(Permission.REFUND, slug);
        OrderView order = orders.byCode(event.id(), code);
        Form form = new Form(ticket, stock, reason);
        try {
            int ended = cancellations
                    .cancel(
                            order.id(),
                            form.ticket().stream().map(TicketId::new).toList(),
                            reason,
                            RefundForm.returnsStock(stock))
                    .size();
            Flash.good(page.text().get("ordering.cancel_tickets.done", ended)).with(redirect);
            return SeeOther.to(path(event, order));
        } catch (InvalidInput invalid) {
            ModelAndView shown = shown(event, order, form, FieldErrors.of(invalid, page.text()), page);
            shown.setStatus(HttpStatus.valueOf(invalid.kind().status()));
            return shown;
        }
    }

    private ModelAndView shown(EventView event, OrderView order, Form form, FieldErrors errors, Page page) {
        Text text = page.text();
        List<TicketView> open = orders.tickets(order.id()).stream()
                .filter(TicketCancellations::cancellable)
                .toList();
        Field tickets = Field.several("ticket", text.get("ordering.refund.tickets"), RefundPages.options(open, text))
                .value(form.ticket().stream().map(UUID::toString).collect(Collectors.joining("\n")))
                .error(errors.of("ticket"));
        Field reason = Field.text("reason", text.get("ordering.detail.refund.reason"))
                .with("maxlength", "200")
                .hint(text.get("ordering.cancel_tickets.reason.hint"))
                .value(form.reason())
                .error(errors.of("reason"))
                .required();
        TicketCancellationPage view = new TicketCancellationPage(
                ManageNav.of(event, ManageNav.Entry.ORDERS, access, text),
                path(event, order),
                ShortCode.grouped(order.code()),
                open.isEmpty()
                        ? List.of()
                        : List.of(tickets, RefundPages.stock(form.stock(), text).required(), reason),
                errors);
        return page.titled(text.get("ordering.cancel_tickets.title", order.code()))
                .hue(event.details().hue())
                .show("ordering/manage/cancel-tickets", "view", view);
    }

    private static String path(EventView event, OrderView order) {
        return "/manage/events/" + event.slug() + "/orders/" + order.code();
    }
}
