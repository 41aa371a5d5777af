package io.marquee.ticketing;

import io.marquee.event.EventView;
import io.marquee.ticketing.TicketsRefused.SoldOut;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes a hold: one statement where there is enough; where there is not, what has expired is reclaimed first. */
@Component
class HoldTaking {
    static final Duration LENGTH = Duration.ofMinutes(10);
    private static final int ATTEMPTS = 4;
    private static final String TOO_LITTLE_LEFT = "MQ001";

    private final HoldRows rows;
    private final TicketTypeReads types;
    private final HoldExpiry expiry;
    private final Shelves shelves;
    private final Clock clock;

    HoldTaking(HoldRows rows, TicketTypeReads types, HoldExpiry expiry, Shelves shelves, Clock clock) {
        this.rows = rows;
        this.types = types;
        this.expiry = expiry;
        this.shelves = shelves;
        this.clock = clock;
    }

    HoldView take(EventView event, Basket basket) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a hold is taken in a transaction of its own");
        }
        Cart cart = Cart.of(basket.items());
        Priced priced = cart.priced(event, types.onShow(event.id(), basket.code()), clock.instant());
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<HoldView> hold = attempt(event, priced);
            if (hold.isPresent()) return hold.get();
            expiry.reclaim(event.organization(), event.id());
            Optional<SoldOut> missing = shelves.missing(event, cart);
            if (missing.isPresent()) throw missing.get();
        }
        // others were quicker each time: what comes back is gone at once
        HoldView.Line first = priced.lines().getFirst();
        throw new SoldOut(first.ticketType(), first.name(), 0);
    }

    private Optional<HoldView> attempt(EventView event, Priced priced) {
        Instant at = clock.instant();
        HoldView hold = new HoldView(
                HoldId.next(),
                event.id(),
                event.organization(),
                HoldState.ACTIVE,
                at,
                at.plus(LENGTH),
                priced.lines(),
                HoldRows.total(priced.lines()));
        try {
            return rows.take(hold, priced.draws()) ? Optional.of(hold) : Optional.empty();
        } catch (DataAccessException e) {
            if (state(e).equals(TOO_LITTLE_LEFT)) return Optional.empty();
            throw e;
        }
    }

    private static String state(DataAccessException e) {
        return e.getMostSpecificCause() instanceof SQLException sql && sql.getSQLState() != null
                ? sql.getSQLState()
                : "";
    }
}
