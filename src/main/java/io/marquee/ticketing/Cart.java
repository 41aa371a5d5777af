package io.marquee.ticketing;

import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.pricing.QuoteLine;
import io.marquee.ticketing.TicketsRefused.NotOnSale;
import io.marquee.ticketing.TicketsRefused.RegistrationClosed;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What somebody wants, held against what is on show: everything that can be refused before the stock is asked. */
record Cart(List<Wanted> items) {
    private static final int MOST_TYPES = 50;

    /** The same type twice counts together. */
    static Cart of(List<Wanted> wanted) {
        InvalidInput.Gatherer broken = InvalidInput.gather();
        broken.check(!wanted.isEmpty(), "items", "empty_cart");
        broken.check(wanted.size() <= MOST_TYPES, "items", "too_many_items", MOST_TYPES);
        Map<TicketTypeId, Integer> together = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(wanted.size(), MOST_TYPES); i++) {
            int quantity = wanted.get(i).quantity();
            broken.check(quantity >= 1 && quantity <= 100, "items[" + i + "].quantity", "range", 1, 100);
            broken.check(wanted.get(i).price() == null, "items[" + i + "].price", "price_is_fixed");
            broken.check(wanted.get(i).seats().isEmpty(), "items[" + i + "].seats", "no_seats");
            together.merge(wanted.get(i).ticketType(), quantity, (a, b) -> Math.min(a + b, 101));
        }
        broken.orThrow();
        return new Cart(together.entrySet().stream()
                .map(item -> new Wanted(item.getKey(), item.getValue()))
                .toList());
    }

    /**
     * Checks the cart and says what it costs.
     *
     * @param onShow what this buyer may know of
     * @throws InvalidInput on unknown types, too many of one, mixed currencies
     * @throws TicketsRefused when the event or a type is not on sale now
     */
    Priced priced(EventView event, List<TicketTypeView> onShow, Instant now) {
        Map<TicketTypeId, TicketTypeView> types =
                onShow.stream().collect(Collectors.toMap(TicketTypeView::id, Function.identity()));
        InvalidInput.Gatherer broken = InvalidInput.gather();
        for (int i = 0; i < items.size(); i++) {
            TicketTypeView type = types.get(items.get(i).ticketType());
            broken.check(type != null, "items[" + i + "].ticketType", "unknown_ticket_type");
            broken.check(
                    type == null || items.get(i).quantity() <= type.maxPerOrder(),
                    "items[" + i + "].quantity",
                    "too_many_per_order",
                    type == null ? 0 : type.maxPerOrder(),
                    type == null ? "" : type.name());
        }
        broken.orThrow();
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
        List<HoldView.Line> lines = items.stream()
                .map(item -> {
                    TicketTypeView type = Objects.requireNonNull(types.get(item.ticketType()));
                    return new HoldView.Line(
                            type.id(), type.name(), QuoteLine.plain(type.id().value(), item.quantity(), type.price()));
                })
                .toList();
        return new Priced(lines, List.of());
    }
}
