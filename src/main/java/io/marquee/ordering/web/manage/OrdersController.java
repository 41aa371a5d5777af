package io.marquee.ordering.web.manage;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.event.ManageNav.Entry;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.Slice;
import io.marquee.kernel.Wire;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderState;
import io.marquee.ordering.OrderView;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Pagination;
import io.marquee.platform.web.Text;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
        Slice<OrderView> found = orders.ofEvent(event.id(), q, state(state), cursor, PAGE);
        OrderList view = new OrderList(
                ManageNav.of(event, Entry.ORDERS, access, text),
                "/manage/events/" + event.slug() + "/orders",
                q,
                states(text),
                state,
                rows.of(event, found.items(), text),
                pagination(event, q, state, cursor, found.next()),
                !q.isBlank() || !state.isBlank());
        return page.titled(text.get("ordering.orders.title"))
                .hue(event.details().hue())
                .show("ordering/manage/orders", "view", view);
    }

    /** A word that is no state shows all. */
    private static @Nullable OrderState state(String word) {
        try {
            return word.isBlank() ? null : Wire.parse(OrderState.class, word);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    private static List<Option> states(Text text) {
        List<Option> options = new ArrayList<>();
        options.add(Option.of("", text.get("ordering.orders.state.all")));
        for (OrderState state : OrderState.values()) {
            options.add(Option.of(Wire.name(state), text.of("ui.state", state)));
        }
        return options;
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
