package io.marquee.ordering.web.manage;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.EventId;
import io.marquee.kernel.ShortCode;
import io.marquee.kernel.Slice;
import io.marquee.kernel.Wire;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.RefundQueue.Entry;
import io.marquee.payment.RefundState;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Pagination;
import io.marquee.platform.web.Text;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws what buyers ask back, with what an approval would do. */
@Component
class RefundQueues {
    private static final String ALL = "all";
    private static final List<RefundState> STATES =
            List.of(RefundState.REQUESTED, RefundState.APPROVED, RefundState.DECLINED);

    private final EventReads events;
    private final Access access;

    RefundQueues(EventReads events, Access access) {
        this.events = events;
        this.access = access;
    }

    /** The words of an address: what waits for an answer is shown unless something else is asked for. */
    static @Nullable RefundState state(String word) {
        if (word.equals(ALL)) return null;
        return STATES.stream()
                .filter(state -> Wire.name(state).equals(word))
                .findFirst()
                .orElse(RefundState.REQUESTED);
    }

    /** @param ofOne whether all are of one event, which need not be named then */
    RefundQueueView of(
            String path, String state, @Nullable String cursor, Slice<Entry> found, boolean ofOne, Text text) {
        @Nullable RefundState shown = state(state);
        String word = shown == null ? ALL : Wire.name(shown);
        String first = path + "?state=" + word;
        Map<EventId, EventView> theirs = events.byIds(
                found.items().stream().map(e -> e.order().event()).distinct().toList());
        return new RefundQueueView(
                path,
                states(text),
                word,
                found.items().stream()
                        .map(e -> row(
                                e, Objects.requireNonNull(theirs.get(e.order().event())), ofOne, text))
                        .toList(),
                new Pagination(
                        cursor == null ? null : first,
                        found.next() == null ? null : first + "&cursor=" + found.next()));
    }

    private static List<Option> states(Text text) {
        return List.of(
                Option.of(Wire.name(RefundState.REQUESTED), text.get("ordering.queue.open")),
                Option.of(Wire.name(RefundState.APPROVED), text.of("ui.state", RefundState.APPROVED)),
                Option.of(Wire.name(RefundState.DECLINED), text.of("ui.state", RefundState.DECLINED)),
                Option.of(ALL, text.get("ordering.orders.state.all")));
    }

    private RefundQueueView.Row row(Entry entry, EventView event, boolean ofOne, Text text) {
        OrderView order = entry.order();
        boolean mayRefund = access.may(Permission.REFUND, order.organization(), order.event());
        return new RefundQueueView.Row(
                ofOne ? null : event.details().title(),
                "/manage/events/" + event.slug() + "/orders/" + order.code(),
                ShortCode.grouped(order.code()),
                order.buyerName(),
                EmailAddress.shown(order.buyerEmail()),
                order.lines().stream().map(l -> l.quantity() + " × " + l.name()).collect(Collectors.joining(", ")),
                text.money(order.left()),
                text.dateTime(entry.request().createdAt(), event.details().timeZone()),
                OrderDetails.request(entry, mayRefund, text));
    }
}
