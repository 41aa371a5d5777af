package io.marquee.ticketing;

import io.marquee.event.EventView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.seating.Seats;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes seats, holds and quotas in one transaction, for several carts of an event. */
@Component
class SeatedStock {
    private final Seats seats;
    private final HeldSeats held;
    private final HoldRows rows;
    private final Acting acting;
    private final TransactionTemplate transaction;

    SeatedStock(Seats seats, HeldSeats held, HoldRows rows, Acting acting, PlatformTransactionManager transactions) {
        this.seats = seats;
        this.held = held;
        this.rows = rows;
        this.acting = acting;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Each cart gets all it has chosen, and is told so; or nothing, and stays undecided. */
    void take(EventView event, List<SeatedCart> carts) {
        if (carts.isEmpty()) return;
        try {
            List<SeatedCart> taken =
                    acting.asSystem(event.organization(), () -> transaction.execute(status -> taken(event, carts)));
            taken.forEach(SeatedCart::taken);
        } catch (DataAccessException e) {
            // the stock was gone between looking and taking: whoever still wants some of it asks again
            if (!HoldBatch.goneMeanwhile(e)) throw e;
        }
    }

    private List<SeatedCart> taken(EventView event, List<SeatedCart> carts) {
        Map<UUID, List<UUID>> wanted = new LinkedHashMap<>();
        carts.forEach(cart -> wanted.put(cart.hold().id().value(), cart.seatIds()));
        Set<UUID> free = seats.occupy(wanted, event.id(), event.organization());
        List<SeatedCart> seated =
                carts.stream().filter(cart -> free.containsAll(cart.seatIds())).toList();
        List<SeatedCart> taken = seated.isEmpty() ? List.of() : withStock(event, seated);
        if (taken.size() < carts.size()) {
            seats.vacate(carts.stream()
                    .filter(cart -> !taken.contains(cart))
                    .map(cart -> cart.hold().id().value())
                    .toList());
        }
        return taken;
    }

    private List<SeatedCart> withStock(EventView event, List<SeatedCart> carts) {
        held.insert(carts);
        Set<Integer> taken = rows.take(
                event.id(),
                event.organization(),
                carts.stream()
                        .map(cart -> new HoldRows.Draft(cart.hold(), cart.priced.draws()))
                        .toList());
        List<SeatedCart> without = carts.stream()
                .filter(cart -> !taken.contains(carts.indexOf(cart)))
                .toList();
        if (!without.isEmpty()) held.delete(without);
        return taken.stream().sorted().map(carts::get).toList();
    }
}
