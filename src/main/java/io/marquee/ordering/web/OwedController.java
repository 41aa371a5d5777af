package io.marquee.ordering.web;

import io.marquee.kernel.NotFound;
import io.marquee.ordering.OrderRefused;
import io.marquee.ordering.OrderView;
import io.marquee.payment.PaymentRefused;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Paying what is owed of an order that was bought: the card that was kept for it was refused. */
@Controller
@RequestMapping("/orders/{token}/payments")
class OwedController {
    private final Visits visits;
    private final Paying paying;

    OwedController(Visits visits, Paying paying) {
        this.visits = visits;
        this.paying = paying;
    }

    @PostMapping
    ModelAndView pay(@PathVariable String token, Page page, RedirectAttributes redirect) {
        Visit visit = visits.open(token);
        OrderView order = visit.order();
        if (order == null) throw new NotFound("order");
        if (!order.owed()) return SeeOther.to(visit.orderPath());
        try {
            return SeeOther.to(paying.startOwed(visit, order));
        } catch (OrderRefused | PaymentRefused refused) {
            Flash.bad(page.text().why(refused)).with(redirect);
            return SeeOther.to(visit.orderPath());
        }
    }

    /** Where the provider's page leads back: the order's page tells how it went. */
    @GetMapping("/return")
    ModelAndView comeBack(@PathVariable String token) {
        Visit visit = visits.open(token);
        if (visit.order() == null) throw new NotFound("order");
        paying.last(visit);
        return SeeOther.to(visit.orderPath());
    }
}
