package io.marquee.demo;

import io.marquee.event.EventView;
import io.marquee.kernel.Refusal;
import io.marquee.ordering.Checkout;
import io.marquee.ordering.OrderState;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.Ordering;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.ticketing.Basket;
import io.marquee.ticketing.HoldView;
import io.marquee.ticketing.Holds;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.Wanted;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** People who buy, as people do: some change their mind, some cards are declined, some are in the middle of it. */
@Component
class DemoBuyers {
    private static final String GOOD_CARD = "4242424242424242";
    private static final String DECLINED_CARD = "4000000000000002";
    private static final List<String> FIRST = List.of(
            "Ada", "Mara", "Jon", "Tom", "Mei", "Inês", "Rui", "Lena", "Otto", "Sofia", "Karim", "Yuki", "Noah",
            "Clara", "Diogo", "Esther", "Femi", "Hana", "Ivo", "Zoë");
    private static final List<String> LAST = List.of(
            "Lind", "Sá", "Tan", "Okafor", "Brandt", "Pereira", "Novak", "Moreau", "Costa", "Haddad", "Sato", "Weiss",
            "Silva", "Reyes");

    private final Holds holds;
    private final Ordering ordering;
    private final Checkout checkout;
    private final Acting acting;
    private final Settings settings;

    DemoBuyers(Holds holds, Ordering ordering, Checkout checkout, Acting acting, Settings settings) {
        this.holds = holds;
        this.ordering = ordering;
        this.checkout = checkout;
        this.acting = acting;
        this.settings = settings;
    }

    /** @param types from which this buyer picks one. @return null when it was sold out or the buyer left */
    @Nullable
    OrderView buy(EventView event, List<TicketTypeView> types, Random chance) {
        TicketTypeView type = types.get(chance.nextInt(types.size()));
        int quantity = 1 + chance.nextInt(Math.min(3, type.maxPerOrder()));
        try {
            HoldView hold =
                    acting.as(Actor.ANONYMOUS, () -> holds.take(event, Basket.of(new Wanted(type.id(), quantity))));
            return acting.as(new Actor.Capability(hold.id().value()), () -> order(hold, chance));
        } catch (Refusal soldOut) {
            return null;
        }
    }

    private @Nullable OrderView order(HoldView hold, Random chance) {
        int mood = chance.nextInt(100);
        if (mood < 4) {
            return null;
        }
        String first = FIRST.get(chance.nextInt(FIRST.size()));
        String last = LAST.get(chance.nextInt(LAST.size()));
        String email = (java.text.Normalizer.normalize(first + "." + last, java.text.Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT)
                + "@example.org");
        OrderView order =
                ordering.place(new Ordering.Placing(hold.id(), first + " " + last, email, List.of(), Locale.ENGLISH));
        if (order.state() == OrderState.PENDING) {
            String returnUrl = settings.baseUrl() + "/";
            if (mood < 12) {
                checkout.pay(order.id(), "sandbox", DECLINED_CARD, returnUrl);
            }
            if (mood >= 8) {
                checkout.pay(order.id(), "sandbox", GOOD_CARD, returnUrl);
            }
        }
        return order;
    }
}
