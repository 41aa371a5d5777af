package io.marquee.ordering.web.manage;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.ordering.TakenBack;
import io.marquee.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** How many take the money back that a postponed event offers. */
@Controller
class TakenBackController {
    private final EventReads events;
    private final TakenBack takenBack;
    private final Access access;

    TakenBackController(EventReads events, TakenBack takenBack, Access access) {
        this.events = events;
        this.takenBack = takenBack;
        this.access = access;
    }

    @GetMapping("/manage/events/{slug}/postponement/refunds")
    ModelAndView show(@PathVariable String slug, Page page) {
        EventView event = events.where(Permission.SEE_ORDERS, slug);
        return page.titled(page.text().get("ordering.offer.title"))
                .hue(event.details().hue())
                .withHtmx()
                .show("ordering/manage/unwinding", "view", UnwindingPage.of(event, takenBack.of(slug), page.text()))
                .addObject("nav", ManageNav.of(event, ManageNav.Entry.ORDERS, access, page.text()));
    }
}
