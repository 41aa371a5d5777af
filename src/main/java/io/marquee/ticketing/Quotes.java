package io.marquee.ticketing;

import io.marquee.event.EventView;
import io.marquee.kernel.EventId;
import io.marquee.kernel.InvalidInput;
import io.marquee.pricing.Prices;
import io.marquee.pricing.PromoCode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prices what a buyer picked, from what is on show: nothing is asked of the database but once a second. */
@Component
public class Quotes {
    private final TicketTypeReads types;
    private final Prices prices;
    private final Clock clock;

    Quotes(TicketTypeReads types, Prices prices, Clock clock) {
        this.types = types;
        this.prices = prices;
        this.clock = clock;
    }

    /**
     * What it would cost, line by line, if it were held now. What is left is not looked at.
     *
     * @param event as its public page shows it
     * @throws InvalidInput on what is wrong with the cart or its code
     * @throws TicketsRefused when the event or a type is not on sale
     */
    public List<HoldView.Line> of(EventView event, Basket basket) {
        return priced(event, basket).lines();
    }

    /**
     * What a buyer with this code may choose from. Whoever asks has seen the event already.
     *
     * @throws InvalidInput at {@code code}, when it is none or can't be used now
     */
    public List<TicketTypeView> onShow(EventId event, @Nullable String code, @Nullable String unlock) {
        return offering(event, new Basket(List.of(), code, unlock, null)).types();
    }

    Priced priced(EventView event, Basket basket) {
        Cart cart = Cart.of(basket.items());
        return cart.priced(event, offering(event.id(), basket), clock.instant());
    }

    private Offering offering(EventId event, Basket basket) {
        String code = basket.code();
        PromoCode promo = code == null ? null : prices.code(event, code);
        if (promo != null) {
            check(promo, clock.instant());
        } else if (code != null
                && types.onShow(event, type -> type.unlockKey().equals(code)).isEmpty()) {
            throw InvalidInput.at("code", "code_unknown");
        }
        List<TicketTypeView> shown = types.onShow(
                event,
                type -> !type.hidden()
                        || type.unlockKey().equals(basket.unlock())
                        || type.unlockKey().equals(code)
                        || promo != null && promo.unlocks(type.id().value()));
        return new Offering(shown, prices.tariff(event), promo);
    }

    private static void check(PromoCode code, Instant now) {
        String refused = code.refusedAt(now);
        if (refused != null) throw InvalidInput.at("code", refused);
    }
}
