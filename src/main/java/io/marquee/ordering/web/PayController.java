package io.marquee.ordering.web;

import io.marquee.ordering.OrderRefused;
import io.marquee.ordering.OrderView;
import io.marquee.payment.PaymentForm;
import io.marquee.payment.PaymentForms;
import io.marquee.payment.PaymentRefused;
import io.marquee.payment.PaymentView;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.web.ContentPolicy;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Paying without leaving our page. It alone may load the provider's script; whoever has none goes to the provider's page. */
@Controller
class PayController {
    private final Visits visits;
    private final Paying paying;
    private final PaymentForms forms;
    private final Acting acting;
    private final Settings settings;

    PayController(Visits visits, Paying paying, PaymentForms forms, Acting acting, Settings settings) {
        this.visits = visits;
        this.paying = paying;
        this.forms = forms;
        this.acting = acting;
        this.settings = settings;
    }

    @GetMapping("/checkout/{token}/pay")
    ModelAndView show(@PathVariable String token, HttpServletResponse response, Page page) {
        Visit visit = visits.open(token);
        PaymentForm form = visit.open() ? form(visit) : null;
        if (form == null) return SeeOther.to(visit.path() + "/return");
        PaymentForm.Origins origins = form.origins();
        ContentPolicy.allow(response, origins.scripts(), origins.frames(), origins.connects());
        // wallets such as Apple Pay ask for it in the provider's frame
        response.setHeader("Permissions-Policy", "camera=(self), microphone=(), geolocation=(), payment=*");
        boolean elsewhere = forms.redirects(form.provider());
        PayView view = PayView.of(visit, form, settings.baseUrl().toString(), elsewhere, page.text());
        return page.titled(page.text().get(form.setsUp() ? "ordering.pay.keep.title" : "ordering.pay.title"))
                .hue(view.event().hue())
                .show("ordering/pay", "view", view);
    }

    private @Nullable PaymentForm form(Visit visit) {
        PaymentView undecided = paying.underWay(visit);
        return undecided == null ? null : acting.as(visit.buyer(), () -> forms.of(undecided.id()));
    }

    /** Gives up the form for the provider's own page: for whom the form does not show, or who would rather. */
    @PostMapping("/checkout/{token}/pay/elsewhere")
    ModelAndView elsewhere(@PathVariable String token, Page page, RedirectAttributes redirect) {
        Visit visit = visits.open(token);
        OrderView order = visit.order();
        PaymentView undecided = paying.underWay(visit);
        if (order == null || undecided == null) return SeeOther.to(visit.path() + "/return");
        try {
            return paying.abandon(visit)
                    ? SeeOther.to(paying.startElsewhere(visit, order, undecided.provider()))
                    : SeeOther.to(visit.path() + "/return");
        } catch (OrderRefused changed) {
            return SeeOther.to(visit.path() + "/return");
        } catch (PaymentRefused refused) {
            Flash.bad(page.text().why(refused)).with(redirect);
            return SeeOther.to(visit.path() + "/return");
        }
    }
}
