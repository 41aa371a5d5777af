package io.marquee.payment;

import io.marquee.payment.ChargeBooks.Tally;
import io.marquee.payment.OtherBooks.Covered;
import io.marquee.payment.provider.ProviderDenied;
import io.marquee.payment.provider.ProviderUnreachable;
import io.marquee.platform.tenancy.Acting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Compares a provider's books with ours, a few slices of time at once, from the oldest to the newest. How far it has come is
 * kept: one that was cut short goes on there. Nothing but the slices at hand is in memory, however long the books are.
 */
@Component
class Reconciling {
    private static final Logger log = LoggerFactory.getLogger(Reconciling.class);
    private static final int PAYMENTS_OF_A_SLICE = 500;
    /** Most of the time goes into waiting for the provider's pages. */
    private static final int SLICES_AT_ONCE = 4;

    private final ReconciliationRuns runs;
    private final ChargeBooks charges;
    private final ObjectProvider<OtherBooks> others;
    private final Discrepancies discrepancies;
    private final Acting acting;

    Reconciling(
            ReconciliationRuns runs,
            ChargeBooks charges,
            ObjectProvider<OtherBooks> others,
            Discrepancies discrepancies,
            Acting acting) {
        this.runs = runs;
        this.charges = charges;
        this.others = others;
        this.discrepancies = discrepancies;
        this.acting = acting;
    }

    private record Slice(Instant from, Instant until) {}

    /** @throws ProviderUnreachable when it must be tried again */
    void run(UUID id) {
        ReconciliationView run = acting.asPlatform(() -> runs.begin(id));
        if (run.state().equals("done")) return;
        try {
            compareCharges(run);
            compareOthers(run);
            acting.asPlatform(() -> runs.end(id, null));
        } catch (ProviderDenied closed) {
            acting.asPlatform(() -> {
                boolean anew = discrepancies.keptClosed(run, closed.code());
                runs.covered(id, new Covered(0, 0, 0, 0, anew ? 1 : 0));
                runs.end(id, null);
            });
        } catch (RuntimeException e) {
            log.warn("reconciliation {} with {} stopped", id, run.provider(), e);
            acting.asPlatform(() -> runs.end(id, e.toString()));
            throw e;
        }
    }

    private void compareCharges(ReconciliationView run) {
        Instant at = run.reachedAt() == null ? run.from() : run.reachedAt();
        while (at.isBefore(run.until())) {
            List<Slice> some = slices(run, at);
            Instant until = some.getLast().until();
            Tally tally = compared(run, some);
            acting.asPlatform(() -> runs.reached(run.id(), until, tally));
            at = until;
        }
    }

    private List<Slice> slices(ReconciliationView run, Instant from) {
        List<Slice> slices = new ArrayList<>();
        for (Instant at = from; at.isBefore(run.until()) && slices.size() < SLICES_AT_ONCE; ) {
            Instant begin = at;
            Instant end = acting.asPlatform(() -> runs.slice(run, begin, PAYMENTS_OF_A_SLICE));
            slices.add(new Slice(begin, end));
            at = end;
        }
        return slices;
    }

    private Tally compared(ReconciliationView run, List<Slice> slices) {
        List<FutureTask<Tally>> all = slices.stream()
                .map(slice -> Patience.begin("reconciliation", () -> charges.compare(run, slice.from(), slice.until())))
                .toList();
        @Nullable RuntimeException stopped = null;
        Tally sum = Tally.NOTHING;
        for (FutureTask<Tally> one : all) {
            try {
                sum = sum.plus(Patience.await(one));
            } catch (RuntimeException e) {
                stopped = e;
            }
        }
        // a slice that is compared twice shows the same
        if (stopped != null) throw stopped;
        return sum;
    }

    private void compareOthers(ReconciliationView run) {
        Covered covered = others.orderedStream()
                .map(books -> books.compare(
                        run.provider(),
                        run.account(),
                        run.from(),
                        run.until(),
                        (organization, kind, ref, expected, found) -> acting.asPlatform(() -> discrepancies.keptAbout(
                                run.provider(), run.account(), organization, kind, ref, expected, found))))
                .reduce(Covered.NOTHING, Covered::plus);
        acting.asPlatform(() -> runs.covered(run.id(), covered));
    }
}
