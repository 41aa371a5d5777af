package io.marquee.ticketing;

import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.ticketing.TicketsRefused.NotOnSale;
import io.marquee.ticketing.TicketsRefused.RegistrationClosed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What somebody wants, held against what is on show: everything that can be refused before the stock is asked. */
record Cart(List<Wanted> items) {
    private static final int MOST_TYPES = 50;
    private static final int MOST = TicketTypeDetails.MOST_PER_ORDER;

    /** The same type at the same price twice counts together. */
    static Cart of(List<Wanted> wanted) {
        record Same(TicketTypeId type, @Nullable Money price) {}
        InvalidInput.Gatherer broken = InvalidInput.gather();
        broken.check(!wanted.isEmpty(), "items", "empty_cart");
        broken.check(wanted.size() <= MOST_TYPES, "items", "too_many_items", MOST_TYPES);
        Map<Same, Integer> together = new LinkedHashMap<>();
        Map<Same, List<UUID>> seats = new HashMap<>();
        for (int i = 0; i < Math.min(wanted.size(), MOST_TYPES); i++) {
            Wanted item = wanted.get(i);
            broken.check(item.quantity() >= 1, at(i, "quantity"), "range", 1, MOST);
            Same same = new Same(item.ticketType(), item.price());
            // more than any type allows: it is said which number that is
            together.merge(same, Math.min(item.quantity(), MOST + 1), (a, b) -> Math.min(a + b, MOST + 1));
            seats.computeIfAbsent(same, type -> new ArrayList<>()).addAll(item.seats());
        }
        broken.orThrow();
        return new Cart(together.entrySet().stream()
                .map(item -> new Wanted(
                        item.getKey().type(),
                        item.getValue(),
                        item.getKey().price(),
                        seats.getOrDefault(item.getKey(), List.of())))
                .toList());
    }

    /**
     * Checks the cart and says what it costs.
     *
     * @throws InvalidInput on unknown types, too many of one, prices too low, mixed currencies, a code that is for others
     * @throws TicketsRefused when the event or a type is not on sale now
     */
    Priced priced(EventView event, Offering offering, Instant now) {
        Map<TicketTypeId, TicketTypeView> types =
                offering.types().stream().collect(Collectors.toMap(TicketTypeView::id, Function.identity()));
        checkItems(types);
        List<TicketTypeView> chosen =
                items.stream().map(item -> types.get(item.ticketType())).toList();
        boolean oneCurrency =
                chosen.stream().map(type -> type.price().currency()).distinct().count() == 1;
        if (!oneCurrency) throw InvalidInput.at("items", "mixed_currencies");
        if (!event.registrationOpen(now) || !event.details().ticketing()) throw new RegistrationClosed();
        chosen.stream().filter(type -> !type.inSaleWindow(now)).findFirst().ifPresent(type -> {
            boolean early = type.saleStartsAt() != null && now.isBefore(type.saleStartsAt());
            throw new NotOnSale(type.id(), type.name(), early ? "not_yet" : "over");
        });
        return Priced.of(this, chosen, offering);
    }

    private void checkItems(Map<TicketTypeId, TicketTypeView> types) {
        InvalidInput.Gatherer broken = InvalidInput.gather();
        int admissions = items.stream()
                .filter(item -> types.get(item.ticketType()) instanceof TicketTypeView type && !type.addOn())
                .mapToInt(Wanted::quantity)
                .sum();
        for (int i = 0; i < items.size(); i++) {
            TicketTypeView type = types.get(items.get(i).ticketType());
            if (type == null) broken.check(false, at(i, "ticketType"), "unknown_ticket_type");
            else checkItem(i, type, admissions, broken);
        }
        broken.orThrow();
    }

    private void checkItem(int i, TicketTypeView type, int admissions, InvalidInput.Gatherer broken) {
        Wanted item = items.get(i);
        int quantity = items.stream()
                .filter(other -> other.ticketType().equals(type.id()))
                .mapToInt(Wanted::quantity)
                .sum();
        broken.check(
                quantity <= type.maxPerOrder(),
                at(i, "quantity"),
                "too_many_per_order",
                type.maxPerOrder(),
                type.name());
        if (type.addOn()) {
            Integer each = type.maxPerTicket();
            broken.check(admissions > 0, at(i, "ticketType"), "add_on_alone", type.name());
            broken.check(
                    admissions == 0 || each == null || quantity <= admissions * each,
                    at(i, "quantity"),
                    "too_many_add_ons",
                    each == null ? 0 : each,
                    type.name());
        }
        checkPrice(i, item.price(), type, broken);
    }

    private static void checkPrice(int i, @Nullable Money price, TicketTypeView type, InvalidInput.Gatherer broken) {
        Money minimum = type.minimum();
        if (minimum == null) {
            broken.check(price == null, at(i, "price"), "price_is_fixed");
        } else if (price == null) {
            broken.check(false, at(i, "price"), "required");
        } else if (!price.currency().equals(minimum.currency())) {
            broken.check(false, at(i, "price"), "mixed_currencies");
        } else {
            broken.check(price.compareTo(minimum) >= 0, at(i, "price"), "below_minimum", minimum, type.name());
            broken.check(price.amount() <= TicketTypeDetails.DEAREST, at(i, "price"), "price_range");
        }
    }

    private static String at(int item, String field) {
        return "items[" + item + "]." + field;
    }
}
