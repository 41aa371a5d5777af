package io.marquee.ordering.web.manage;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Refusal;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderView;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.transfer.Holders;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One ticket of an order, for the team: put in another name, mailed again. */
@Controller
@RequestMapping("/manage/events/{slug}/orders/{code}/tickets/{ticket}")
class TicketHolderController {
    private final EventReads events;
    private final OrderReads orders;
    private final TicketReads tickets;
    private final Holders holders;

    TicketHolderController(EventReads events, OrderReads orders, TicketReads tickets, Holders holders) {
        this.events = events;
        this.orders = orders;
        this.tickets = tickets;
        this.holders = holders;
    }

    @PostMapping("/holder")
    ModelAndView reassign(
            @PathVariable Map<String, String> path,
            @PathVariable UUID ticket,
            @RequestParam Map<String, String> fields,
            Page page,
            RedirectAttributes redirect) {
        return act(
                path,
                ticket,
                Permission.REFUND,
                page,
                redirect,
                "ordering.detail.reassigned",
                found -> holders.reassign(
                        found.id(),
                        of(found, "name", fields),
                        of(found, "email", fields),
                        page.text().locale()));
    }

    @PostMapping("/mails")
    ModelAndView mail(
            @PathVariable Map<String, String> path, @PathVariable UUID ticket, Page page, RedirectAttributes redirect) {
        return act(
                path,
                ticket,
                Permission.HANDLE_ORDERS,
                page,
                redirect,
                "ordering.detail.ticket_resent",
                found -> holders.resend(found.id(), page.text().locale()));
    }

    /** Each ticket's form on the page has fields of its own: {@code name_2}. */
    private static String of(TicketView ticket, String field, Map<String, String> fields) {
        return fields.getOrDefault(field + "_" + ticket.position(), "");
    }

    private ModelAndView act(
            Map<String, String> path,
            UUID ticket,
            Permission permission,
            Page page,
            RedirectAttributes redirect,
            String done,
            Consumer<TicketView> act) {
        EventView event = events.where(permission, path.getOrDefault("slug", ""));
        OrderView order = orders.byCode(event.id(), path.getOrDefault("code", ""));
        TicketView found = tickets.byId(new TicketId(ticket));
        if (found == null || !found.order().equals(order.id().value())) throw new NotFound("ticket");
        Flash.after(() -> act.accept(found), done, page.text(), Refusal.Kind.CONFLICT)
                .with(redirect);
        return SeeOther.to("/manage/events/" + event.slug() + "/orders/" + order.code());
    }
}
