package io.marquee.ordering.web;

import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Refusal;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Text;
import io.marquee.ticketing.TicketTypeView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The choice of tickets once more, with why it was not taken and what was picked.
 *
 * @param why in words
 * @param unlock the key of a hidden type; null where none was given
 */
public record ChooseView(
        EventSummary event,
        String why,
        List<Row> rows,
        @Nullable String unlock) {

    /**
     * @param field its name in the form
     * @param picked what was asked for, at most {@code max}
     * @param max that can be had now
     */
    public record Row(String field, String name, String price, int picked, int max, long amount) {}

    static ChooseView of(
            EventView event,
            List<TicketTypeView> types,
            Picked picked,
            @Nullable String unlock,
            Refusal refused,
            Text text,
            Instant now) {
        List<Row> rows = event.registrationOpen(now)
                ? types.stream()
                        .filter(type -> type.inSaleWindow(now) && type.left() > 0)
                        .map(type -> row(type, picked, text))
                        .toList()
                : List.of();
        return new ChooseView(EventSummary.of(event, text), words(refused, text), rows, unlock);
    }

    private static Row row(TicketTypeView type, Picked picked, Text text) {
        int max = Math.min(type.left(), type.maxPerOrder());
        return new Row(
                Picked.PREFIX + type.id(),
                type.name(),
                type.price().isZero() ? text.get("ordering.free") : text.money(type.price()),
                Math.min(picked.of(type.id()), max),
                max,
                type.price().amount());
    }

    private static String words(Refusal refused, Text text) {
        return refused instanceof InvalidInput invalid
                ? FieldErrors.of(invalid, text).byField().values().iterator().next()
                : text.get("refusal." + refused.code(), refused.arguments().toArray());
    }
}
