package io.marquee.ticketing;

import io.marquee.event.EventView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.seating.SeatName;
import io.marquee.seating.Seats;
import io.marquee.ticketing.TicketsRefused.SeatsGone;
import io.marquee.ticketing.TicketsRefused.SoldOut;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a hold with seats: seats, hold and quotas in one transaction, all or nothing. Seats are chosen by what is in memory and
 * taken by what is in the database; whoever comes too late for the best ones tries the next best.
 */
@Component
class SeatedTaking {
    private static final int ATTEMPTS = 60;
    private static final int WIDEST = 6;

    private final Seating seating;
    private final Seats seats;
    private final HeldSeats held;
    private final HoldRows rows;
    private final HoldExpiry expiry;
    private final Shelves shelves;
    private final Acting acting;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SeatedTaking(
            Seating seating,
            Seats seats,
            HeldSeats held,
            HoldRows rows,
            HoldExpiry expiry,
            Shelves shelves,
            Acting acting,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.seating = seating;
        this.seats = seats;
        this.held = held;
        this.rows = rows;
        this.expiry = expiry;
        this.shelves = shelves;
        this.acting = acting;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    boolean concerns(EventView event, Priced priced) {
        return seating.concerns(event.id(), priced.cart());
    }

    /** Nothing was kept of the transaction. */
    private static final class NotFree extends RuntimeException {
        private final boolean seats;

        /** @param seats whether a seat was missing, and not a quota */
        NotFree(boolean seats) {
            super(null, null, false, false);
            this.seats = seats;
        }
    }

    HoldView take(EventView event, Priced priced) {
        Cart cart = priced.cart();
        seating.check(event.id(), cart);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<HeldSeats.Sold> chosen = seating.seats(event.id(), cart, rank(attempt));
            if (chosen.isEmpty()) {
                refuseWithoutRoom(event, priced);
            } else {
                try {
                    return attempt(event, priced, chosen);
                } catch (NotFree missing) {
                    if (missing.seats) refusePicked(event, cart, chosen);
                    else refuseWithoutStock(event, priced);
                }
            }
        }
        // others were quicker each time: what comes back is gone at once
        HoldView.Line first = priced.lines().getFirst();
        throw new SoldOut(first.ticketType(), first.name(), 0);
    }

    /** Nobody but the first is sure to get the best: the others spread out further each time that somebody was quicker. */
    private static int rank(int attempt) {
        return attempt == 0 ? 0 : ThreadLocalRandom.current().nextInt(1 << Math.min(attempt, WIDEST));
    }

    private HoldView attempt(EventView event, Priced priced, List<HeldSeats.Sold> chosen) {
        List<SeatName> names = chosen.stream().map(HeldSeats.Sold::seat).toList();
        HoldView hold = HoldView.fresh(event, priced, names, clock.instant());
        List<UUID> ids = names.stream().map(SeatName::id).toList();
        try {
            acting.asSystem(
                    event.organization(),
                    () -> transaction.executeWithoutResult(status -> {
                        if (!seats.occupy(hold.id().value(), event.id(), event.organization(), ids)) {
                            throw new NotFree(true);
                        }
                        held.insert(hold, chosen);
                        if (!taken(hold, priced)) throw new NotFree(false);
                    }));
            return hold;
        } catch (DataAccessException e) {
            if (HoldBatch.goneMeanwhile(e)) throw new NotFree(false);
            throw e;
        }
    }

    private boolean taken(HoldView hold, Priced priced) {
        return !rows.take(hold.event(), hold.organization(), List.of(new HoldRows.Draft(hold, priced.draws())))
                .isEmpty();
    }

    /** Whoever picked seats is told which are gone, once those whose time is up were given back. */
    private void refusePicked(EventView event, Cart cart, List<HeldSeats.Sold> chosen) {
        seating.remember(event.id(), chosen);
        if (cart.items().stream().allMatch(item -> item.seats().isEmpty())) return;
        if (seating.gone(event.id(), cart).isEmpty()) return;
        expiry.reclaim(event.organization(), event.id());
        List<SeatName> gone = seating.gone(event.id(), cart);
        if (!gone.isEmpty()) throw new SeatsGone(gone);
    }

    private void refuseWithoutStock(EventView event, Priced priced) {
        expiry.reclaim(event.organization(), event.id());
        shelves.missing(event, List.of(priced)).getFirst().ifPresent(missing -> {
            throw missing;
        });
    }

    private void refuseWithoutRoom(EventView event, Priced priced) {
        expiry.reclaim(event.organization(), event.id());
        seating.missing(event.id(), priced.cart()).ifPresent(missing -> {
            String name = priced.lines().stream()
                    .filter(line -> line.ticketType().equals(missing.type()))
                    .map(HoldView.Line::name)
                    .findFirst()
                    .orElse("");
            throw new SoldOut(missing.type(), name, missing.left());
        });
    }
}
