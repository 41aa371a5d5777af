package io.marquee.ticketing.web;

import io.marquee.kernel.Money;
import io.marquee.platform.web.AmountField;
import io.marquee.seating.SeatPlan;
import io.marquee.ticketing.BuyerFields;
import io.marquee.ticketing.TicketTypeId;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.Wanted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What the form of the seats says: {@code seat} for each seat, {@code type.<seat>} or {@code type.<section>} for the ticket that it
 * is bought as, {@code price_<type>} where the buyer chooses the price. Nonsense counts as nothing.
 *
 * @param prices as they were typed, by the names of their fields
 */
record SeatFields(
        SequencedSet<UUID> seats,
        Map<UUID, UUID> types,
        Map<String, String> prices,
        @Nullable UUID section,
        @Nullable String unlock,
        @Nullable String code) {
    private static final String TYPE = "type.";
    private static final int MOST = 100;

    static SeatFields of(MultiValueMap<String, String> fields) {
        SequencedSet<UUID> seats = new LinkedHashSet<>();
        fields.getOrDefault("seat", List.of()).stream()
                .limit(MOST)
                .map(SeatFields::id)
                .filter(Objects::nonNull)
                .forEach(seats::add);
        Map<UUID, UUID> types = new LinkedHashMap<>();
        Map<String, String> prices = new LinkedHashMap<>();
        fields.forEach((name, values) -> {
            if (name.startsWith(BuyerFields.PRICE)) prices.put(name, values.getFirst());
            UUID of = name.startsWith(TYPE) ? id(name.substring(TYPE.length())) : null;
            UUID type = of == null ? null : id(values.getFirst());
            if (of != null && type != null) types.put(of, type);
        });
        return new SeatFields(
                seats,
                types,
                prices,
                id(fields.getFirst("section")),
                blank(fields.getFirst("unlock")),
                blank(fields.getFirst("code")));
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null || text.length() != 36 ? null : UUID.fromString(text);
        } catch (IllegalArgumentException typedByHand) {
            return null;
        }
    }

    SeatFields without(Collection<UUID> gone) {
        SequencedSet<UUID> left = new LinkedHashSet<>(seats);
        left.removeAll(gone);
        return new SeatFields(left, types, prices, section, unlock, code);
    }

    /**
     * Seats that are not on the plan are left out: it was drawn anew.
     *
     * @throws io.marquee.kernel.InvalidInput at the field of a price that is none
     */
    List<Wanted> wanted(Map<UUID, SeatPlan.Spot> spots, List<TicketTypeView> sold) {
        Map<UUID, TicketTypeView> byId = new LinkedHashMap<>();
        sold.forEach(type -> byId.put(type.id().value(), type));
        Map<UUID, List<UUID>> seatsOf = new LinkedHashMap<>();
        for (UUID seat : seats) {
            SeatPlan.Spot spot = spots.get(seat);
            UUID type = spot == null ? null : type(spot, byId);
            if (type != null)
                seatsOf.computeIfAbsent(type, t -> new ArrayList<>()).add(seat);
        }
        return seatsOf.entrySet().stream()
                .map(of -> {
                    TicketTypeView type = byId.get(of.getKey());
                    return new Wanted(
                            new TicketTypeId(of.getKey()),
                            of.getValue().size(),
                            type == null || !type.priceIsChosen() ? null : price(type),
                            of.getValue());
                })
                .toList();
    }

    private Money price(TicketTypeView type) {
        String field = BuyerFields.PRICE + type.id();
        return AmountField.parse(
                field, prices.getOrDefault(field, ""), type.price().currency());
    }

    private @Nullable UUID type(SeatPlan.Spot spot, Map<UUID, TicketTypeView> sold) {
        UUID said =
                types.getOrDefault(spot.seat().id(), types.get(spot.section().id()));
        List<UUID> sells = spot.section().ticketTypes();
        return said != null && sells.contains(said)
                ? said
                : sells.stream()
                        .filter(sold::containsKey)
                        .findFirst()
                        .orElse(sells.isEmpty() ? null : sells.getFirst());
    }
}
