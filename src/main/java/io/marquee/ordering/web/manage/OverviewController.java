package io.marquee.ordering.web.manage;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.event.ManageNav.Entry;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.ordering.EventPulse;
import io.marquee.ordering.OrderFigures;
import io.marquee.ordering.OrderReads;
import io.marquee.platform.web.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** An event at a glance, for its team. Money is for those who may see orders. */
@Controller
@RequestMapping("/manage/events/{slug}")
class OverviewController {
    private static final int DAYS = 14;
    private static final int LATEST = 5;

    private final EventReads events;
    private final EventPulse pulse;
    private final OrderFigures figures;
    private final OrderReads orders;
    private final OrderRows rows;
    private final LiveEvents live;
    private final Access access;
    private final Clock clock;

    OverviewController(
            EventReads events,
            EventPulse pulse,
            OrderFigures figures,
            OrderReads orders,
            OrderRows rows,
            LiveEvents live,
            Access access,
            Clock clock) {
        this.events = events;
        this.pulse = pulse;
        this.figures = figures;
        this.orders = orders;
        this.rows = rows;
        this.live = live;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable String slug, Page page) {
        EventView event = events.where(Permission.SEE_EVENT, slug);
        Overview view = new Overview(
                ManageNav.of(event, Entry.OVERVIEW, access, page.text()),
                Overview.stats(pulse.of(event), today(event), maySeeMoney(event), page.text()),
                Overview.chart(days(event), page.text()),
                latest(event, page),
                maySeeMoney(event));
        return page.titled(event.details().title())
                .hue(event.details().hue())
                .withHtmx()
                .show("ordering/manage/overview", "view", view);
    }

    /** The figures alone, for the page to refresh them. */
    @GetMapping("/live/figures")
    ModelAndView figures(@PathVariable String slug, Page page) {
        EventView event = events.where(Permission.SEE_EVENT, slug);
        return page.show("ordering/manage/stats")
                .addObject("stats", Overview.stats(pulse.of(event), today(event), maySeeMoney(event), page.text()));
    }

    /** The chart of the last days alone. */
    @GetMapping("/live/days")
    ModelAndView chart(@PathVariable String slug, Page page) {
        EventView event = events.where(Permission.SEE_EVENT, slug);
        return page.show("ordering/manage/days").addObject("chart", Overview.chart(days(event), page.text()));
    }

    /** The latest orders alone. */
    @GetMapping("/live/orders")
    ModelAndView latestOrders(@PathVariable String slug, Page page) {
        EventView event = events.where(Permission.SEE_ORDERS, slug);
        return page.show("ordering/manage/order-rows").addObject("rows", latest(event, page));
    }

    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(@PathVariable String slug) {
        return live.watch(events.where(Permission.SEE_EVENT, slug));
    }

    private List<OrderRows.Row> latest(EventView event, Page page) {
        return maySeeMoney(event)
                ? rows.of(event, orders.ofEvent(event.id(), "", null, LATEST).items(), page.text())
                : List.of();
    }

    private boolean maySeeMoney(EventView event) {
        return access.may(Permission.SEE_ORDERS, event.organization(), event.id());
    }

    private int today(EventView event) {
        LocalDate today = LocalDate.now(clock.withZone(event.details().timeZone()));
        return figures.ticketsADay(event.id(), today, today, event.details().timeZone())
                .lastEntry()
                .getValue();
    }

    private java.util.TreeMap<LocalDate, Integer> days(EventView event) {
        ZoneId zone = event.details().timeZone();
        LocalDate today = LocalDate.now(clock.withZone(zone));
        return figures.ticketsADay(event.id(), today.minusDays(DAYS - 1), today, zone);
    }
}
