package io.marquee.ordering;

import io.marquee.event.EventView;
import io.marquee.kernel.Refusal;
import io.marquee.ordering.CounterKeys.Kept;
import io.marquee.ordering.CounterKeys.Key;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.Basket;
import io.marquee.ticketing.HoldId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sales at the counter whose answer may get lost, that of the database's commit too. The first time, what is held for the sale is
 * written down under its seller's key, with what the sale was; whoever comes with the key again sells that hold, which is sold once.
 * Where nothing was sold of it and it has ended, the key stands for nothing any more.
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
     * @param key one for each sale: a UUID, or what is one among its seller's; null where a sale is not asked for again
     * @throws io.marquee.platform.api.KeyRefused where the key was sent for another sale
     */
    public OrderView sell(EventView event, Basket cart, BoxOffice.Sale sale, @Nullable String key) {
        return sell(event, cart, sale, key, () -> {});
    }

    /** @param mayBegin refuses a sale that the key does not stand for yet: one that has begun is answered, whoever asks again */
    public OrderView sell(EventView event, Basket cart, BoxOffice.Sale sale, @Nullable String key, Runnable mayBegin) {
        if (key == null) {
            mayBegin.run();
            return boxOffice.sell(event, cart, sale);
        }
        Key its = Key.of(event, Objects.requireNonNull(Acting.current().id()), key, said(cart, sale));
        HoldId known = acting.<@Nullable HoldId>asSystem(event.organization(), () -> known(its));
        if (known == null) mayBegin.run();
        HoldId hold = known == null ? taken(cart, its) : known;
        try {
            return boxOffice.sell(event, hold, sale);
        } catch (Refusal refused) {
            carts.release(event, hold);
            throw refused;
        }
    }

    /** What makes it another sale: not the language that it is asked for in, nor how its device is called by now. */
    private static List<Object> said(Basket cart, BoxOffice.Sale sale) {
        return List.of(
                cart,
                sale.buyerName(),
                sale.buyerEmail(),
                sale.attendees(),
                sale.answers(),
                sale.method(),
                String.valueOf(sale.given()),
                sale.note());
    }

    private @Nullable HoldId known(Key key) {
        Kept kept = keys.find(key);
        if (kept == null) return null;
        if (!carts.endsUnsold(key.event(), kept.hold())) return kept.forTheSame();
        keys.free(key, kept.hold());
        return null;
    }

    private HoldId taken(Basket cart, Key key) {
        HoldId mine = boxOffice.hold(key.event(), cart).id();
        Kept kept = acting.asSystem(key.event().organization(), () -> keys.keep(key, mine));
        if (!kept.hold().equals(mine)) carts.release(key.event(), mine);
        return kept.forTheSame();
    }
}
