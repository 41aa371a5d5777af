package io.marquee.ordering.web;

import io.marquee.kernel.Refusal;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.waiting.Resales;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A ticket that its buyer gives back to the waiting list: signed in, or by the order's link. */
@Controller
class ResaleController {
    private final TicketVisits visits;
    private final Resales resales;
    private final Acting acting;

    ResaleController(TicketVisits visits, Resales resales, Acting acting) {
        this.visits = visits;
        this.resales = resales;
        this.acting = acting;
    }

    @PostMapping({"/tickets/{ticket}/resale", "/orders/{token}/tickets/{ticket}/resale"})
    ModelAndView list(@PathVariable Map<String, String> path, Page page, RedirectAttributes redirect) {
        return act(path, page, redirect, "ordering.resale.listed", resales::list);
    }

    @PostMapping({"/tickets/{ticket}/resale/withdrawal", "/orders/{token}/tickets/{ticket}/resale/withdrawal"})
    ModelAndView keep(@PathVariable Map<String, String> path, Page page, RedirectAttributes redirect) {
        return act(path, page, redirect, "ordering.resale.withdrawn", resales::withdraw);
    }

    private ModelAndView act(
            Map<String, String> path, Page page, RedirectAttributes redirect, String done, Consumer<TicketId> command) {
        TicketVisit visit = visits.open(path);
        try {
            acting.as(visit.visitor(), () -> command.accept(visit.ticket().id()));
            Flash.good(page.text().get(done)).with(redirect);
        } catch (Refusal refused) {
            if (refused.kind() != Refusal.Kind.CONFLICT) throw refused;
            Flash.bad(page.text().why(refused)).with(redirect);
        }
        return SeeOther.to(visit.path());
    }
}
