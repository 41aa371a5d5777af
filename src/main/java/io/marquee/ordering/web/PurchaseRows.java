package io.marquee.ordering.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.kernel.ShortCode;
import io.marquee.ordering.OrderId;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.RefundRequests;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Orders as their buyer's list shows them, with the events that they are for. */
@Component
class PurchaseRows {
    private final EventReads events;
    private final RefundRequests requests;
    private final Capabilities capabilities;
    private final Acting acting;

    PurchaseRows(EventReads events, RefundRequests requests, Capabilities capabilities, Acting acting) {
        this.events = events;
        this.requests = requests;
        this.capabilities = capabilities;
        this.acting = acting;
    }

    List<PurchaseList.Row> of(List<OrderView> orders, Text text) {
        Map<EventId, EventView> theirEvents = eventsOf(orders);
        Set<OrderId> asked = acting.asPlatform(
                () -> requests.openAmong(orders.stream().map(OrderView::id).toList()));
        return orders.stream()
                .map(order -> row(
                        order,
                        Objects.requireNonNull(theirEvents.get(order.event())),
                        asked.contains(order.id()),
                        text))
                .toList();
    }

    /** Whoever bought something may read its event, whatever its visibility by now. */
    private Map<EventId, EventView> eventsOf(List<OrderView> orders) {
        Map<EventId, EventView> found = new HashMap<>();
        orders.stream()
                .collect(Collectors.groupingBy(
                        OrderView::organization, Collectors.mapping(OrderView::event, Collectors.toSet())))
                .forEach((organization, ids) -> found.putAll(acting.asSystem(organization, () -> events.byIds(ids))));
        return found;
    }

    private PurchaseList.Row row(OrderView order, EventView event, boolean asked, Text text) {
        return new PurchaseList.Row(
                EventSummary.of(event, text),
                "/orders/" + capabilities.tokenFor(order.hold().value()),
                ShortCode.grouped(order.code()),
                order.lines().stream().map(l -> l.quantity() + " × " + l.name()).collect(Collectors.joining(", ")),
                Chip.of(text, order.state()),
                order.total().isZero() ? text.get("ordering.free") : text.money(order.total()),
                text.dateTime(order.createdAt(), event.details().timeZone()),
                note(order, asked, text));
    }

    private static @Nullable String note(OrderView order, boolean asked, Text text) {
        if (order.returning().isPositive())
            return text.get("ordering.purchases.returning", text.money(order.returning()));
        else if (asked) return text.get("ordering.purchases.asked");
        else if (order.unpaid()) return text.get("ordering.purchases.not_charged");
        else if (order.refunded().isPositive())
            return text.get("ordering.purchases.refunded", text.money(order.refunded()));
        else return null;
    }
}
