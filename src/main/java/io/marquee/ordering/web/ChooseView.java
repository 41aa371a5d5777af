package io.marquee.ordering.web;

import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Refusal;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Text;
import io.marquee.pricing.Bill;
import io.marquee.ticketing.BuyerFields;
import io.marquee.ticketing.TicketTypeView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The choice of tickets once more, with what was picked, and with why it was not taken or what it costs.
 *
 * @param why in words; empty where nothing is wrong, or it stands at the code's field
 * @param code the field for one; null where the event has none
 * @param bill null where there is no price
 * @param unlock the key of a hidden type; null where none was given
 */
public record ChooseView(
        EventSummary event,
        String why,
        List<Row> rows,
        @Nullable Field code,
        @Nullable Bill bill,
        @Nullable String unlock) {

    /**
     * @param field its name in the form
     * @param picked what was asked for, at most {@code max}
     * @param approval whether the team is asked first
     * @param max that can be had now
     * @param choice the field for the price, where the buyer chooses it
     */
    public record Row(
            String field,
            String name,
            String price,
            boolean approval,
            int picked,
            int max,
            long amount,
            @Nullable Field choice) {}

    static ChooseView of(
            EventView event,
            List<TicketTypeView> types,
            Picked picked,
            boolean takesCodes,
            @Nullable Refusal refused,
            @Nullable Bill bill,
            Text text,
            Instant now) {
        FieldErrors errors = BuyerFields.errors(refused, picked.quantities().keySet(), text);
        List<Row> rows = event.registrationOpen(now)
                ? types.stream()
                        .filter(type -> type.inSaleWindow(now) && type.left() > 0)
                        .map(type -> row(type, picked, errors, text))
                        .toList()
                : List.of();
        Field code = takesCodes ? BuyerFields.code(picked.code(), errors.of("code"), text) : null;
        boolean atCode = code != null && errors.of("code") != null;
        return new ChooseView(
                EventSummary.of(event, text),
                refused == null || atCode ? "" : why(refused, errors, text),
                rows,
                code,
                bill,
                picked.unlock());
    }

    private static Row row(TicketTypeView type, Picked picked, FieldErrors errors, Text text) {
        int max = Math.min(type.left(), type.maxPerOrder());
        return new Row(
                Picked.PREFIX + type.id(),
                type.name(),
                BuyerFields.cost(type, text),
                type.approval(),
                Math.min(picked.of(type.id()), max),
                max,
                type.price().amount(),
                BuyerFields.price(type, picked.price(type.id()), errors.of(BuyerFields.PRICE + type.id()), text));
    }

    private static String why(Refusal refused, FieldErrors errors, Text text) {
        return errors.any() ? BuyerFields.elsewhere(errors) : text.why(refused);
    }

    static String words(Refusal refused, Text text) {
        return refused instanceof InvalidInput invalid
                ? FieldErrors.of(invalid, text).byField().values().iterator().next()
                : text.why(refused);
    }
}
