package io.marquee.ordering.web;

import io.marquee.ordering.OrderRefused;
import io.marquee.ordering.OrderView;
import io.marquee.payment.PaymentRefused;
import io.marquee.payment.PaymentView;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the provider's page sends the buyer back to: it says what is true now, and asks again while that is undecided. */
@Controller
class ReturnController {
    private final Visits visits;
    private final Paying paying;

    ReturnController(Visits visits, Paying paying) {
        this.visits = visits;
        this.paying = paying;
    }

    @GetMapping("/checkout/{token}/return")
    @Nullable
    ModelAndView show(
            @PathVariable String token,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            HttpServletResponse response,
            Page page) {
        Visit before = visits.open(token);
        if (before.order() == null) return SeeOther.to(before.path());
        PaymentView payment = before.done() ? null : paying.last(before);
        Visit visit = visits.open(token);
        if (visit.done()) return leadOn(visit, htmx, response);
        if (payment == null && visit.open()) return SeeOther.to(visit.path());
        return page.titled(page.text().get("ordering.outcome.title"))
                .hue(visit.event().details().hue())
                .withHtmx()
                .show("ordering/outcome", "view", OutcomeView.of(visit, payment, page.text()));
    }

    /** A fragment that is asked for by htmx can't redirect the page that it goes into: this header does. */
    private static @Nullable ModelAndView leadOn(Visit visit, @Nullable String htmx, HttpServletResponse response) {
        if (htmx == null) return SeeOther.to(visit.orderPath());
        response.setHeader("HX-Redirect", visit.orderPath());
        response.setStatus(HttpStatus.NO_CONTENT.value());
        return null;
    }

    /** Pays the order that is there, after an attempt that came to nothing. */
    @PostMapping("/checkout/{token}/payments")
    ModelAndView pay(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String provider,
            Page page,
            RedirectAttributes redirect) {
        Visit visit = visits.open(token);
        OrderView order = visit.order();
        if (order == null || visit.done()) return SeeOther.to(visit.path());
        try {
            return SeeOther.to(paying.start(visit, order, provider, false));
        } catch (OrderRefused changed) {
            return SeeOther.to(visit.path());
        } catch (PaymentRefused refused) {
            Flash.bad(page.text().why(refused)).with(redirect);
            return SeeOther.to(visit.path());
        }
    }

    /** Gives up the attempt that waits for the buyer, to pay in another way. */
    @PostMapping("/checkout/{token}/payments/abandonment")
    ModelAndView abandon(@PathVariable String token, Page page, RedirectAttributes redirect) {
        Visit visit = visits.open(token);
        try {
            return SeeOther.to(visit.path() + (paying.abandon(visit) ? "" : "/return"));
        } catch (PaymentRefused refused) {
            Flash.bad(page.text().why(refused)).with(redirect);
            return SeeOther.to(visit.path() + "/return");
        }
    }
}
