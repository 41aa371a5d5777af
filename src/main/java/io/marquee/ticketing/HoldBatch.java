package io.marquee.ticketing;

import io.marquee.event.EventView;
import io.marquee.kernel.Refusal;
import io.marquee.platform.batch.TooManyWaiting;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Carts of one event that are served together, each all or nothing: one statement where there is enough for all; where there
 * is not, what has expired is reclaimed first, and the stock goes to whoever came first.
 */
@Component
class HoldBatch {
    static final Duration LENGTH = Duration.ofMinutes(10);
    private static final int ATTEMPTS = 10;
    private static final String GONE_MEANWHILE = "MQ001";

    private final HoldRows rows;
    private final HoldExpiry expiry;
    private final Shelves shelves;
    private final Clock clock;

    HoldBatch(HoldRows rows, HoldExpiry expiry, Shelves shelves, Clock clock) {
        this.rows = rows;
        this.expiry = expiry;
        this.shelves = shelves;
        this.clock = clock;
    }

    record Asked(EventView event, Priced priced) {}

    sealed interface Outcome {}

    record Taken(HoldView hold) implements Outcome {}

    record TooLittle(Refusal refusal) implements Outcome {}

    /** A cart that waits for its outcome. */
    private static final class Open {
        final Asked asked;
        private @Nullable Outcome outcome;

        Open(Asked asked) {
            this.asked = asked;
        }

        boolean undecided() {
            return outcome == null;
        }

        Outcome outcome() {
            return Objects.requireNonNull(outcome);
        }

        void refuse(Refusal refusal) {
            outcome = new TooLittle(refusal);
        }

        /** Others were quicker each time, and there seemed to be enough each time: nobody knows that it is sold out. */
        void giveUp() {
            refuse(new TooManyWaiting());
        }
    }

    /** @param batch of one event, in order of arrival. @return what became of each, in the same order */
    List<Outcome> serve(List<Asked> batch) {
        EventView event = batch.getFirst().event();
        List<Open> all = batch.stream().map(Open::new).toList();
        List<Open> open = all;
        for (int attempt = 1; attempt <= ATTEMPTS && !open.isEmpty(); attempt++) {
            take(event, open);
            open = undecided(open);
            if (!open.isEmpty()) {
                expiry.reclaim(event.organization(), event.id());
                refuseWhatIsMissing(event, open);
                open = undecided(open);
            }
        }
        open.forEach(Open::giveUp);
        return all.stream().map(Open::outcome).toList();
    }

    private static List<Open> undecided(List<Open> open) {
        return open.stream().filter(Open::undecided).toList();
    }

    private void take(EventView event, List<Open> open) {
        Instant at = clock.instant();
        List<HoldRows.Draft> drafts = open.stream()
                .map(one -> new HoldRows.Draft(
                        HoldView.fresh(event, one.asked.priced(), List.of(), at),
                        one.asked.priced().draws()))
                .toList();
        Set<Integer> taken = taken(event, drafts);
        taken.forEach(n -> open.get(n).outcome = new Taken(drafts.get(n).hold()));
    }

    /** None where the stock was gone between looking and taking: whoever still wants some of it asks again. */
    private Set<Integer> taken(EventView event, List<HoldRows.Draft> drafts) {
        try {
            return rows.take(event.id(), event.organization(), drafts);
        } catch (DataAccessException e) {
            if (goneMeanwhile(e)) return Set.of();
            throw e;
        }
    }

    static boolean goneMeanwhile(DataAccessException e) {
        return e.getMostSpecificCause() instanceof SQLException sql && GONE_MEANWHILE.equals(sql.getSQLState());
    }

    private void refuseWhatIsMissing(EventView event, List<Open> open) {
        List<Optional<Refusal>> missing = shelves.missing(
                event, open.stream().map(one -> one.asked.priced()).toList());
        for (int n = 0; n < open.size(); n++) missing.get(n).ifPresent(open.get(n)::refuse);
    }
}
