package io.marquee.ordering.web.manage;

import io.marquee.event.EventView;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.ShortCode;
import io.marquee.ordering.OrderId;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.RefundRequests;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Text;
import io.marquee.platform.web.Tone;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Orders as the team's lists show them. */
@Component
public class OrderRows {
    private final RefundRequests requests;

    OrderRows(RefundRequests requests) {
        this.requests = requests;
    }

    /** @param tickets "2 × General admission" */
    public record Row(
            String path,
            String code,
            String buyer,
            String email,
            String tickets,
            Chip state,
            String total,
            String when) {}

    List<Row> of(EventView event, List<OrderView> orders, Text text) {
        Set<OrderId> asked =
                requests.openAmong(orders.stream().map(OrderView::id).toList());
        return orders.stream()
                .map(order -> new Row(
                        "/manage/events/" + event.slug() + "/orders/" + order.code(),
                        ShortCode.grouped(order.code()),
                        order.buyerName(),
                        EmailAddress.shown(order.buyerEmail()),
                        order.lines().stream()
                                .map(l -> l.quantity() + " × " + l.name())
                                .collect(Collectors.joining(", ")),
                        asked.contains(order.id())
                                ? new Chip(text.get("ordering.orders.asked"), Tone.WARN)
                                : Chip.of(text, order.state()),
                        order.total().isZero() ? text.get("ordering.free") : text.money(order.total()),
                        text.dateTime(order.createdAt(), event.details().timeZone())))
                .toList();
    }
}
