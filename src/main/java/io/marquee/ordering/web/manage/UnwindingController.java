package io.marquee.ordering.web.manage;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.ordering.OrderRefused;
import io.marquee.ordering.Unwinding;
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

/** How far a cancelled event is with giving everything back. */
@Controller
@RequestMapping("/manage/events/{slug}/cancellation/refunds")
class UnwindingController {
    private final EventReads events;
    private final Unwinding unwinding;
    private final Access access;

    UnwindingController(EventReads events, Unwinding unwinding, Access access) {
        this.events = events;
        this.unwinding = unwinding;
        this.access = access;
    }

    @GetMapping
    ModelAndView show(@PathVariable String slug, Page page) {
        EventView event = events.where(Permission.SEE_ORDERS, slug);
        UnwindingPage view = UnwindingPage.of(
                event,
                unwinding.progress(event.slug()),
                access.may(Permission.REFUND, event.organization(), event.id()),
                access.may(Permission.SELL_AT_DOOR, event.organization(), event.id()),
                page.text());
        return page.titled(page.text().get("ordering.unwinding.title"))
                .hue(event.details().hue())
                .withHtmx()
                .show("ordering/manage/unwinding", "view", view)
                .addObject("nav", ManageNav.of(event, ManageNav.Entry.ORDERS, access, page.text()));
    }

    @PostMapping("/retries")
    ModelAndView retry(@PathVariable String slug, Page page, RedirectAttributes redirect) {
        EventView event = events.where(Permission.REFUND, slug);
        try {
            unwinding.retry(event.slug());
            Flash.good(page.text().get("ordering.unwinding.again")).with(redirect);
        } catch (OrderRefused refused) {
            Flash.bad(page.text().why(refused)).with(redirect);
        }
        return SeeOther.to("/manage/events/" + event.slug() + "/cancellation/refunds");
    }
}
