package io.marquee.ticketing;

import io.marquee.event.EventView;
import io.marquee.kernel.Refusal;
import io.marquee.platform.batch.TooManyWaiting;
import io.marquee.seating.SeatName;
import io.marquee.ticketing.TicketsRefused.SeatsGone;
import io.marquee.ticketing.TicketsRefused.SoldOut;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/**
 * Carts with seats of one event that are served together, each all or nothing. Seats are chosen by what is in memory, one cart
 * after the other in order of arrival, and taken by what is in the database; whoever comes too late for the best ones, since
 * another node was quicker, tries the next best.
 */
@Component
class SeatedBatch {
    private static final int ATTEMPTS = 40;
    private static final int WIDEST = 6;

    private final Seating seating;
    private final SeatedStock stock;
    private final HoldExpiry expiry;
    private final Shelves shelves;
    private final Clock clock;

    SeatedBatch(Seating seating, SeatedStock stock, HoldExpiry expiry, Shelves shelves, Clock clock) {
        this.seating = seating;
        this.stock = stock;
        this.expiry = expiry;
        this.shelves = shelves;
        this.clock = clock;
    }

    /** @param batch of one event, in order of arrival. @return what became of each, in the same order */
    List<HoldBatch.Outcome> serve(List<HoldBatch.Asked> batch) {
        EventView event = batch.getFirst().event();
        List<SeatedCart> all =
                batch.stream().map(asked -> new SeatedCart(asked.priced())).toList();
        List<SeatedCart> open = all;
        for (int attempt = 0; attempt < ATTEMPTS && !open.isEmpty(); attempt++) {
            choose(event, open, rank(attempt));
            stock.take(event, open.stream().filter(SeatedCart::hasChosen).toList());
            open = open.stream().filter(SeatedCart::undecided).toList();
            if (!open.isEmpty()) {
                refuse(event, open);
                open = open.stream().filter(SeatedCart::undecided).toList();
            }
        }
        // others were quicker each time, and there were seats each time: nobody knows that it is sold out
        open.forEach(cart -> cart.refuse(new TooManyWaiting()));
        return all.stream().map(SeatedCart::outcome).toList();
    }

    /** Nobody but the first is sure to get the best: the others spread out further each time that somebody was quicker. */
    private static int rank(int attempt) {
        return attempt == 0 ? 0 : ThreadLocalRandom.current().nextInt(1 << Math.min(attempt, WIDEST));
    }

    private void choose(EventView event, List<SeatedCart> open, int rank) {
        Set<UUID> chosen = new HashSet<>();
        Instant at = clock.instant();
        for (SeatedCart cart : open) {
            List<HeldSeats.Sold> seats = seating.seats(event.id(), cart.priced.cart(), chosen, rank);
            cart.choose(event, seats, at);
            seats.forEach(seat -> chosen.add(seat.seat().id()));
        }
    }

    /** Whoever wants what is not there is told so, once what has expired was given back. */
    private void refuse(EventView event, List<SeatedCart> open) {
        if (whyNot(event, open).stream().anyMatch(Optional::isPresent)) {
            expiry.reclaim(event.organization(), event.id());
            List<Optional<Refusal>> refusals = whyNot(event, open);
            for (int n = 0; n < open.size(); n++) refusals.get(n).ifPresent(open.get(n)::refuse);
        }
    }

    /** For each what it wants and is not there; none where it was chosen badly, and can be chosen again. */
    private List<Optional<Refusal>> whyNot(EventView event, List<SeatedCart> open) {
        seating.look(
                event.id(),
                open.stream()
                        .flatMap(cart -> cart.wantedSeats().stream())
                        .distinct()
                        .toList());
        List<Optional<Refusal>> stock =
                shelves.missing(event, open.stream().map(cart -> cart.priced).toList());
        List<Optional<Refusal>> refusals = new ArrayList<>();
        for (int n = 0; n < open.size(); n++) {
            Optional<Refusal> shelf = stock.get(n);
            refusals.add(seatsMissing(event, open.get(n)).or(() -> shelf));
        }
        return refusals;
    }

    private Optional<Refusal> seatsMissing(EventView event, SeatedCart cart) {
        List<SeatName> gone = seating.gone(event.id(), cart.priced.cart());
        return gone.isEmpty()
                ? seating.missing(event.id(), cart.priced.cart())
                        .map(missing -> new SoldOut(missing.type(), cart.nameOf(missing.type()), missing.left()))
                : Optional.of(new SeatsGone(gone));
    }
}
