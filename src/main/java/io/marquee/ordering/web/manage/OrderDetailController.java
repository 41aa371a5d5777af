package io.marquee.ordering.web.manage;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.Refusal;
import io.marquee.ordering.Checkout;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderRefused;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.Ordering;
import io.marquee.ordering.RefundRequests;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.LocalPath;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One order for the team: give it up, answer its buyer. */
@Controller
@RequestMapping("/manage/events/{slug}/orders/{code}")
class OrderDetailController {
    private final EventReads events;
    private final OrderReads orders;
    private final Ordering ordering;
    private final Checkout checkout;
    private final RefundRequests requests;
    private final OrderDetails details;

    OrderDetailController(
            EventReads events,
            OrderReads orders,
            Ordering ordering,
            Checkout checkout,
            RefundRequests requests,
            OrderDetails details) {
        this.events = events;
        this.orders = orders;
        this.ordering = ordering;
        this.checkout = checkout;
        this.requests = requests;
        this.details = details;
    }

    @GetMapping
    ModelAndView show(@PathVariable String slug, @PathVariable String code, Page page) {
        EventView event = events.where(Permission.SEE_ORDERS, slug);
        OrderView order = orders.byCode(event.id(), code);
        return page.titled(page.text().get("ordering.detail.title", order.code()))
                .hue(event.details().hue())
                .show("ordering/manage/order", "view", details.of(event, order, page.text()));
    }

    @PostMapping("/cancellation")
    ModelAndView cancel(@PathVariable String slug, @PathVariable String code, Page page, RedirectAttributes redirect) {
        return act(slug, code, page, redirect, "ordering.detail.cancelled", order -> {
            if (!checkout.giveUpPaying(order.id())) throw new OrderRefused.PaymentUndecided();
            ordering.cancel(order.id(), page.text().get("ordering.detail.cancelled.reason"));
        });
    }

    @PostMapping("/refund-requests/{request}/approval")
    ModelAndView approve(
            @PathVariable String slug,
            @PathVariable String code,
            @PathVariable UUID request,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = RefundForm.RETURN) String stock,
            @RequestParam(required = false) @Nullable String back,
            Page page,
            RedirectAttributes redirect) {
        ModelAndView shown = act(
                slug,
                code,
                page,
                redirect,
                "ordering.detail.refunded",
                order -> requests.approve(order.id(), request, note, RefundForm.returnsStock(stock)));
        return back == null ? shown : SeeOther.to(LocalPath.of(back));
    }

    @PostMapping("/refund-requests/{request}/refusal")
    ModelAndView decline(
            @PathVariable String slug,
            @PathVariable String code,
            @PathVariable UUID request,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(required = false) @Nullable String back,
            Page page,
            RedirectAttributes redirect) {
        ModelAndView shown = act(
                slug,
                code,
                page,
                redirect,
                "ordering.detail.declined",
                order -> requests.decline(order.id(), request, note));
        return back == null ? shown : SeeOther.to(LocalPath.of(back));
    }

    @PostMapping("/resend")
    ModelAndView resend(@PathVariable String slug, @PathVariable String code, Page page, RedirectAttributes redirect) {
        return act(slug, code, page, redirect, "ordering.detail.resent", order -> ordering.resend(order.id()));
    }

    /** Does it and says so on the page again; or says why not. */
    private ModelAndView act(
            String slug, String code, Page page, RedirectAttributes redirect, String done, Consumer<OrderView> act) {
        EventView event = events.where(Permission.SEE_ORDERS, slug);
        OrderView order = orders.byCode(event.id(), code);
        Flash.after(() -> act.accept(order), done, page.text(), Refusal.Kind.CONFLICT, Refusal.Kind.UNAVAILABLE)
                .with(redirect);
        return SeeOther.to("/manage/events/" + event.slug() + "/orders/" + order.code());
    }
}
