package io.marquee.ordering.web.manage;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.Refusal;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.Ordering;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Money back for one order: chosen, looked at, done. */
@Controller
@RequestMapping("/manage/events/{slug}/orders/{code}/refunds")
class RefundController {
    private final EventReads events;
    private final OrderReads orders;
    private final Ordering ordering;
    private final RefundPages pages;

    RefundController(EventReads events, OrderReads orders, Ordering ordering, RefundPages pages) {
        this.events = events;
        this.orders = orders;
        this.ordering = ordering;
        this.pages = pages;
    }

    /** @param preview whether the form was filled in: then what it would do is shown below it */
    @GetMapping("/new")
    ModelAndView choose(
            @PathVariable String slug,
            @PathVariable String code,
            RefundForm form,
            @RequestParam(defaultValue = "false") boolean preview,
            Page page) {
        EventView event = events.where(Permission.REFUND, slug);
        OrderView order = orders.byCode(event.id(), code);
        RefundPage view = pages.of(event, order, form, preview, page.text());
        ModelAndView shown = page.titled(page.text().get("ordering.refund.title", order.code()))
                .hue(event.details().hue())
                .show("ordering/manage/refund", "view", view);
        if (preview && view.preview() == null) shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return shown;
    }

    /** With neither tickets nor an amount: all that is left. */
    @PostMapping
    ModelAndView refund(
            @PathVariable String slug,
            @PathVariable String code,
            RefundForm form,
            Page page,
            RedirectAttributes redirect) {
        EventView event = events.where(Permission.SEE_ORDERS, slug);
        OrderView order = orders.byCode(event.id(), code);
        String reason = form.typedReason().isEmpty()
                ? page.text().get("ordering.detail.refund.reason.none")
                : form.typedReason();
        Flash.after(
                        () -> ordering.giveBack(order.id(), reason, form.scope(order, pages.open(order))),
                        "ordering.refund.done",
                        page.text(),
                        Refusal.Kind.CONFLICT,
                        Refusal.Kind.UNAVAILABLE)
                .with(redirect);
        return SeeOther.to("/manage/events/" + event.slug() + "/orders/" + order.code());
    }
}
