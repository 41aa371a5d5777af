package io.marquee.ordering.web;

import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Refusal;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Text;
import io.marquee.pricing.Bill;
import io.marquee.ticketing.BuyerFields;
import io.marquee.ticketing.TicketTypeId;
import io.marquee.ticketing.TicketTypeView;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     * @param picked what was asked for, be it too much
     * @param error why it was not taken; null where nothing is wrong with it
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
            @Nullable String error,
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
        FieldErrors errors = errors(refused, picked, text);
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
                refused == null || atCode ? "" : why(refused, errors, rows, text),
                rows,
                code,
                bill,
                picked.unlock());
    }

    /** With what is said of a number at the field for it. */
    private static FieldErrors errors(@Nullable Refusal refused, Picked picked, Text text) {
        FieldErrors errors = BuyerFields.errors(refused, picked.quantities().keySet(), text);
        Map<String, String> named = new LinkedHashMap<>(errors.byField());
        int item = 0;
        for (TicketTypeId type : picked.quantities().keySet()) {
            String error = named.remove("items[" + item++ + "].quantity");
            if (error != null) named.put(Picked.PREFIX + type, error);
        }
        return new FieldErrors(named);
    }

    private static Row row(TicketTypeView type, Picked picked, FieldErrors errors, Text text) {
        int max = Math.min(type.left(), type.maxPerOrder());
        return new Row(
                Picked.PREFIX + type.id(),
                type.name(),
                BuyerFields.cost(type, text),
                type.approval(),
                picked.of(type.id()),
                errors.of(Picked.PREFIX + type.id()),
                max,
                type.price().amount(),
                BuyerFields.price(type, picked.price(type.id()), errors.of(BuyerFields.PRICE + type.id()), text));
    }

    /** Unless it stands beside the number of what was picked. */
    private static String why(Refusal refused, FieldErrors errors, List<Row> rows, Text text) {
        if (!errors.any()) return text.why(refused);
        Map<String, String> left = new LinkedHashMap<>(errors.byField());
        rows.stream().map(Row::field).forEach(left::remove);
        return BuyerFields.elsewhere(new FieldErrors(left));
    }

    /** Whether what was refused is the code, which has a field of its own. */
    static boolean isAtCode(Refusal refused) {
        return refused instanceof InvalidInput invalid
                && invalid.problems().stream()
                        .allMatch(problem -> problem.field().equals("code"));
    }

    static String words(Refusal refused, Text text) {
        return refused instanceof InvalidInput invalid
                ? FieldErrors.of(invalid, text).byField().values().iterator().next()
                : text.why(refused);
    }
}
