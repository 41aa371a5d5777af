package io.marquee.ticketing;

import io.marquee.event.EventView;
import io.marquee.ticketing.TicketsRefused.SoldOut;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes a hold: one statement where there is enough; where there is not, what has expired is reclaimed first. */
@Component
class HoldTaking {
    static final Duration LENGTH = Duration.ofMinutes(10);
    private static final int ATTEMPTS = 4;
    private static final String TOO_LITTLE_LEFT = "MQ001";
    private static final String NOT_ON_SALE = "MQ002";

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

    HoldView take(EventView event, List<Wanted> wanted, @Nullable String unlockKey) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a hold is taken in a transaction of its own");
        }
        Cart cart = Cart.of(wanted);
        cart.check(event, types.onShow(event.id(), unlockKey), clock.instant());
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<HoldView> hold = attempt(event, cart);
            if (hold.isPresent()) return hold.get();
            expiry.reclaim(event.organization(), event.id());
            Optional<SoldOut> missing = shelves.missing(event, cart);
            if (missing.isPresent()) throw missing.get();
        }
        // others were quicker each time: what comes back is gone at once
        throw new SoldOut(cart.items().getFirst().ticketType(), nameOf(event, cart, unlockKey), 0);
    }

    private Optional<HoldView> attempt(EventView event, Cart cart) {
        HoldId id = HoldId.next();
        Instant at = clock.instant();
        Instant until = at.plus(LENGTH);
        try {
            List<HoldView.Line> lines = rows.take(id, event.id(), event.organization(), cart.items(), at, until);
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new HoldView(
                            id,
                            event.id(),
                            event.organization(),
                            HoldState.ACTIVE,
                            at,
                            until,
                            lines,
                            HoldRows.total(lines)));
        } catch (DataAccessException e) {
            return switch (state(e)) {
                case TOO_LITTLE_LEFT -> Optional.empty();
                case NOT_ON_SALE -> throw io.marquee.kernel.InvalidInput.at("items", "unknown_ticket_type");
                default -> throw e;
            };
        }
    }

    private static String state(DataAccessException e) {
        return e.getMostSpecificCause() instanceof SQLException sql && sql.getSQLState() != null
                ? sql.getSQLState()
                : "";
    }

    private String nameOf(EventView event, Cart cart, @Nullable String unlockKey) {
        return types.onShow(event.id(), unlockKey).stream()
                .filter(type -> type.id().equals(cart.items().getFirst().ticketType()))
                .map(TicketTypeView::name)
                .findFirst()
                .orElse("");
    }
}
