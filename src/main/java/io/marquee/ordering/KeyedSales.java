package io.marquee.ordering;

import io.marquee.event.EventView;
import io.marquee.kernel.Refusal;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.Basket;
import io.marquee.ticketing.HoldId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sales at the counter whose answer may get lost, that of the database's commit too. The first time, what is held for the sale is
 * written down under its seller's key; whoever comes with the key again sells that hold, which is sold once.
 */
@Component
public class KeyedSales {
    private final BoxOffice boxOffice;
    private final CounterCarts carts;
    private final CounterKeys keys;
    private final Acting acting;

    KeyedSales(BoxOffice boxOffice, CounterCarts carts, CounterKeys keys, Acting acting) {
        this.boxOffice = boxOffice;
        this.carts = carts;
        this.keys = keys;
        this.acting = acting;
    }

    /**
     * As {@link BoxOffice#sell(EventView, Basket, BoxOffice.Sale)}. Must not be called within a transaction.
     *
     * @param key one for each sale of its seller's; null where a sale is not asked for again
     */
    public OrderView sell(EventView event, Basket cart, BoxOffice.Sale sale, @Nullable String key) {
        if (key == null) return boxOffice.sell(event, cart, sale);
        UUID seller = Objects.requireNonNull(Acting.current().id());
        HoldId known = acting.<@Nullable HoldId>asSystem(event.organization(), () -> keys.find(event, seller, key));
        HoldId hold = known == null ? taken(event, cart, seller, key) : known;
        try {
            return boxOffice.sell(event, hold, sale);
        } catch (Refusal refused) {
            carts.release(event, hold);
            throw refused;
        }
    }

    private HoldId taken(EventView event, Basket cart, UUID seller, String key) {
        HoldId mine = boxOffice.hold(event, cart).id();
        HoldId first = acting.asSystem(event.organization(), () -> keys.keep(event, seller, key, mine));
        if (!first.equals(mine)) carts.release(event, mine);
        return first;
    }
}
