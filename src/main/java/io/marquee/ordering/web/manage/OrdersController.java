package io.marquee.ordering.web.manage;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.event.ManageNav.Entry;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.Slice;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.web.OrderStates;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Pagination;
import io.marquee.platform.web.Text;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An event's orders: searched, by state, page by page. */
@Controller
class OrdersController {
    private static final int PAGE = 50;

    private final EventReads events;
    private final OrderReads orders;
    private final OrderRows rows;
    private final Access access;

    OrdersController(EventReads events, OrderReads orders, OrderRows rows, Access access) {
        this.events = events;
        this.orders = orders;
        this.rows = rows;
        this.access = access;
    }

    @GetMapping("/manage/events/{slug}/orders")
    ModelAndView list(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String cursor,
            Page page) {
        EventView event = events.where(Permission.SEE_ORDERS, slug);
        Text text = page.text();
        Slice<OrderView> found = orders.ofEvent(event.id(), q, OrderStates.parsed(state), cursor, PAGE);
        OrderList view = new OrderList(
                ManageNav.of(event, Entry.ORDERS, access, text),
                "/manage/events/" + event.slug() + "/orders",
                q,
                OrderStates.options(text),
                state,
                rows.of(event, found.items(), text),
                pagination(event, q, state, cursor, found.next()),
                !q.isBlank() || !state.isBlank());
        return page.titled(text.get("ordering.orders.title"))
                .hue(event.details().hue())
                .show("ordering/manage/orders", "view", view);
    }

    private static Pagination pagination(
            EventView event, String q, String state, @Nullable String cursor, @Nullable String next) {
        String list = "/manage/events/" + event.slug() + "/orders?q=" + encoded(q) + "&state=" + encoded(state);
        return new Pagination(cursor == null ? null : list, next == null ? null : list + "&cursor=" + next);
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
