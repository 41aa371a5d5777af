package io.marquee.ticketing;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.pricing.PricedItem;
import io.marquee.pricing.PromoCode;
import io.marquee.pricing.Quote;
import io.marquee.pricing.QuoteLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cart with its prices: what the stock is asked for.
 *
 * @param cart its items are the lines, one by one
 * @param draws beside what the lines' types draw on: a use of the promo code
 */
record Priced(Cart cart, List<HoldView.Line> lines, List<Draw> draws) {

    /** So many of a quota. */
    record Draw(UUID quota, int quantity) {}

    /** @param types of the cart's items, one by one @throws InvalidInput when the promo code is for none of them */
    static Priced of(Cart cart, List<TicketTypeView> types, Offering offering) {
        List<Wanted> items = cart.items();
        List<PricedItem> priced = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Money chosen = items.get(i).price();
            TicketTypeView type = types.get(i);
            priced.add(new PricedItem(
                    type.id().value(), items.get(i).quantity(), Objects.requireNonNullElse(chosen, type.price())));
        }
        PromoCode code = offering.code();
        if (code != null && !isFor(code, priced)) throw InvalidInput.at("code", "code_for_others");
        List<QuoteLine> costs = Quote.of(priced, offering.tariff(), code == null ? null : code.effect())
                .lines();
        List<HoldView.Line> lines = new ArrayList<>();
        for (int i = 0; i < costs.size(); i++) {
            lines.add(new HoldView.Line(types.get(i).id(), types.get(i).name(), costs.get(i)));
        }
        return new Priced(cart, lines, drawsOf(code));
    }

    private static boolean isFor(PromoCode code, List<PricedItem> items) {
        var reduction = code.details().reduction();
        return items.stream()
                .anyMatch(item -> code.details().scope().covers(item.ticketType())
                        && (reduction == null || reduction.fits(item.price().currency())));
    }

    /** A use of a code counts as stock, whether it has a limit or not: one that it gets later is exact. */
    private static List<Draw> drawsOf(@Nullable PromoCode code) {
        return code == null ? List.of() : List.of(new Draw(code.id(), 1));
    }
}
