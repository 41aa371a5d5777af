package io.marquee.ordering.web;

import io.marquee.ticketing.TicketTypeId;
import io.marquee.ticketing.Wanted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How many of which ticket type a form asked for: fields named {@code qty_<ticket type>}. Nonsense counts as none. */
record Picked(Map<TicketTypeId, Integer> quantities) {
    static final String PREFIX = "qty_";

    static Picked of(Map<String, String> fields) {
        Map<TicketTypeId, Integer> quantities = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) pick(quantities, name.substring(PREFIX.length()), value);
        });
        return new Picked(quantities);
    }

    private static void pick(Map<TicketTypeId, Integer> quantities, String type, String value) {
        try {
            int quantity = Integer.parseInt(value.strip());
            if (quantity > 0) quantities.put(new TicketTypeId(UUID.fromString(type)), quantity);
        } catch (IllegalArgumentException typedByHand) {
            // not from our form
        }
    }

    List<Wanted> wanted() {
        return quantities.entrySet().stream()
                .map(e -> new Wanted(e.getKey(), e.getValue()))
                .toList();
    }

    int of(TicketTypeId type) {
        return quantities.getOrDefault(type, 0);
    }
}
