package io.marquee.ordering.web;

import io.marquee.kernel.Money;
import io.marquee.platform.web.AmountField;
import io.marquee.ticketing.Basket;
import io.marquee.ticketing.BuyerFields;
import io.marquee.ticketing.TicketTypeId;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.Wanted;
import io.marquee.waitingroom.Chosen;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a form asked for: fields named {@code qty_<ticket type>}, {@code price_<ticket type>} where the buyer chooses it, and
 * {@code code}. What is no number counts as none.
 *
 * @param unlock the key of a hidden type; null where none was given
 */
record Picked(
        Map<TicketTypeId, Integer> quantities,
        Map<String, String> prices,
        String code,
        @Nullable String unlock) {
    static final String PREFIX = "qty_";
    private static final int MANY = 999_999_999;

    static Picked of(Map<String, String> fields) {
        Map<TicketTypeId, Integer> quantities = new LinkedHashMap<>();
        Map<String, String> prices = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) pick(quantities, name.substring(PREFIX.length()), value);
            if (name.startsWith(BuyerFields.PRICE)) prices.put(name, value);
        });
        return new Picked(quantities, prices, fields.getOrDefault("code", "").strip(), fields.get("unlock"));
    }

    private static void pick(Map<TicketTypeId, Integer> quantities, String type, String value) {
        try {
            String typed = value.strip();
            int quantity = typed.matches("\\d{10,100}") ? MANY : Integer.parseInt(typed);
            if (quantity != 0) quantities.put(new TicketTypeId(UUID.fromString(type)), quantity);
        } catch (IllegalArgumentException typedByHand) {
            // not from our form
        }
    }

    /**
     * @param shown what can be chosen from: it tells of which the buyer chooses the price
     * @throws io.marquee.kernel.InvalidInput at the field of a price that is none
     */
    Basket basket(List<TicketTypeView> shown, @Nullable String pass) {
        List<Wanted> wanted = new ArrayList<>();
        quantities.forEach((type, quantity) -> {
            Money price = shown.stream()
                    .filter(one -> one.id().equals(type) && one.priceIsChosen())
                    .findFirst()
                    .map(one -> AmountField.parse(
                            BuyerFields.PRICE + type,
                            prices.getOrDefault(BuyerFields.PRICE + type, ""),
                            one.price().currency()))
                    .orElse(null);
            wanted.add(new Wanted(type, quantity, price, List.of()));
        });
        return new Basket(wanted, code, unlock, pass);
    }

    /** The same at the price that everybody pays. */
    Picked withoutCode() {
        return new Picked(quantities, prices, "", unlock);
    }

    /** To be picked again later. */
    Chosen chosen() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        quantities.forEach((type, quantity) -> {
            fields.put(PREFIX + type, List.of(quantity.toString()));
            fields.put(BuyerFields.PRICE + type, List.of(prices.getOrDefault(BuyerFields.PRICE + type, "")));
        });
        fields.put("code", List.of(code));
        fields.put("unlock", List.of(unlock == null ? "" : unlock));
        return Chosen.of("/holds", fields);
    }

    int of(TicketTypeId type) {
        return quantities.getOrDefault(type, 0);
    }

    /** @return null where nothing was typed */
    @Nullable
    String price(TicketTypeId type) {
        return prices.get(BuyerFields.PRICE + type);
    }
}
