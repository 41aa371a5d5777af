package io.marquee.ordering;

import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.Cursors;
import io.marquee.kernel.Money;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Slice;
import io.marquee.platform.tenancy.Acting;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits at the counter for buyers to come for it, and handing it out. For whoever may sell there. */
@Component
public class CounterDues {
    private final CounterDueRows rows;
    private final CounterReturns returns;
    private final OrderRefunds refunds;
    private final Orders orders;
    private final Access access;
    private final Acting acting;

    CounterDues(
            CounterDueRows rows,
            CounterReturns returns,
            OrderRefunds refunds,
            Orders orders,
            Access access,
            Acting acting) {
        this.rows = rows;
        this.returns = returns;
        this.refunds = refunds;
        this.orders = orders;
        this.access = access;
        this.acting = acting;
    }

    /**
     * The oldest first.
     *
     * @param query part of an order's code or of a name; blank for all
     * @throws io.marquee.kernel.Refusal unless the actor may sell there
     */
    @Transactional(readOnly = true)
    public Slice<CounterDue> open(EventView event, String query, @Nullable String cursor, int limit) {
        access.require(Permission.SELL_AT_DOOR, event.organization(), event.id());
        String words = query.replace("\0", "").strip().toLowerCase(Locale.ROOT);
        return rows.open(event.id(), words, Cursors.id(cursor), limit);
    }

    /** All of it, in each currency; empty where nothing waits. */
    @Transactional(readOnly = true)
    public List<Money> total(EventView event) {
        access.require(Permission.SELL_AT_DOOR, event.organization(), event.id());
        return rows.total(event.id());
    }

    /**
     * The actor has handed it to its buyer: it is out of the drawer.
     *
     * @throws NotFound
     * @throws OrderRefused.HandedOut when somebody was quicker
     */
    @Transactional
    public CounterDue handOut(EventView event, UUID id) {
        access.require(Permission.SELL_AT_DOOR, event.organization(), event.id());
        return acting.asSystem(event.organization(), () -> {
            CounterDue known = open(event, id);
            refunds.lock(known.order());
            CounterDue due = open(event, id);
            returns.handOut(Objects.requireNonNull(orders.byId(due.order())), due);
            return due;
        });
    }

    private CounterDue open(EventView event, UUID id) {
        CounterDue due = rows.open(event.id(), id);
        if (due != null) return due;
        else if (rows.known(event.id(), id)) throw new OrderRefused.HandedOut();
        else throw new NotFound("due");
    }
}
