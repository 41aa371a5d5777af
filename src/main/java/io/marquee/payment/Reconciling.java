package io.marquee.payment;

import io.marquee.kernel.NotFound;
import io.marquee.payment.Comparison.Finding;
import io.marquee.payment.provider.ChargeFact;
import io.marquee.payment.provider.PaymentProvider;
import io.marquee.payment.provider.ProviderDenied;
import io.marquee.payment.provider.ProviderUnreachable;
import io.marquee.payment.provider.RefundFact;
import io.marquee.platform.tenancy.Acting;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Compares a provider's books with ours, both read as they come. What can be settled by applying what the provider says is
 * settled; what then still differs is kept for a person.
 */
@Component
class Reconciling {
    private static final Logger log = LoggerFactory.getLogger(Reconciling.class);
    private static final int AT_ONCE = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final ReconciliationRuns runs;
    private final OurSide ours;
    private final Providers providers;
    private final Inquiry inquiry;
    private final Discrepancies discrepancies;
    private final Acting acting;

    Reconciling(
            ReconciliationRuns runs,
            OurSide ours,
            Providers providers,
            Inquiry inquiry,
            Discrepancies discrepancies,
            Acting acting) {
        this.runs = runs;
        this.ours = ours;
        this.providers = providers;
        this.inquiry = inquiry;
        this.discrepancies = discrepancies;
        this.acting = acting;
    }

    /** What a part of the books has shown. */
    private static final class Tally {
        private final List<UUID> seen = new ArrayList<>();
        private int repaired;
        private int found;
    }

    /** @throws ProviderUnreachable when it must be tried again */
    void run(UUID id) {
        ReconciliationView run = acting.asPlatform(() -> runs.begin(id));
        if (run.state().equals("done")) return;
        try {
            compareTheirs(run);
            compareOurs(run);
            acting.asPlatform(() -> runs.end(id, null));
        } catch (RuntimeException e) {
            log.warn("reconciliation {} with {} stopped", id, run.provider(), e);
            acting.asPlatform(() -> runs.end(id, e.toString()));
            throw e;
        }
    }

    private void compareTheirs(ReconciliationView run) {
        PaymentProvider provider = providers.named(run.provider());
        try (Stream<ChargeFact> charges = provider.charges(run.account(), run.from(), run.until())) {
            Iterator<ChargeFact> all = charges.iterator();
            List<ChargeFact> some = new ArrayList<>(AT_ONCE);
            while (all.hasNext()) {
                some.add(all.next());
                if (some.size() == AT_ONCE || !all.hasNext()) {
                    compare(run, some);
                    some.clear();
                }
            }
        } catch (ProviderDenied closed) {
            // then ours are asked for one by one
            log.warn("reconciliation {}: {} does not show its books", run.id(), run.provider(), closed);
        }
    }

    private void compare(ReconciliationView run, List<ChargeFact> facts) {
        List<@Nullable Comparison> pairs = acting.asPlatform(() -> ours.beside(run.provider(), facts));
        Tally tally = new Tally();
        for (int i = 0; i < facts.size(); i++) {
            Comparison pair = pairs.get(i);
            if (pair == null) {
                unknown(run, facts.get(i), tally);
            } else {
                if (!pair.isAnother()) tally.seen.add(pair.attempt().id().value());
                compare(pair, tally);
            }
        }
        acting.asPlatform(() -> runs.saw(run.id(), tally.seen, facts.size(), tally.repaired, tally.found));
    }

    private void unknown(ReconciliationView run, ChargeFact fact, Tally tally) {
        boolean keepsMoney = fact.standing() == ChargeFact.Standing.SUCCEEDED
                && Comparison.sentBack(fact).compareTo(fact.amount()) < 0;
        if (keepsMoney && acting.asPlatform(() -> discrepancies.keptUnknown(run.provider(), run.account(), fact)))
            tally.found++;
    }

    private void compare(Comparison pair, Tally tally) {
        Map<String, Finding> before = pair.findings();
        if (before.isEmpty()) return;
        if (!pair.isAnother()) apply(pair);
        Comparison again = acting.asPlatform(() -> Objects.requireNonNull(
                ours.beside(pair.attempt().provider(), List.of(pair.fact())).getFirst()));
        Map<String, Finding> after = again.findings();
        tally.repaired += (int) before.keySet().stream()
                .filter(kind -> !after.containsKey(kind))
                .count();
        for (Finding finding : after.values()) {
            if (acting.asPlatform(() -> discrepancies.kept(again, finding))) tally.found++;
        }
    }

    /** As any look would: the provider's word moves what it can. */
    private void apply(Comparison pair) {
        try {
            inquiry.apply(pair.attempt(), pair.fact());
            for (Refund refund : pair.refunds()) {
                RefundFact there = pair.fact().refunds().stream()
                        .filter(fact -> ForeignRefunds.same(refund, fact))
                        .findFirst()
                        .orElse(null);
                if (refund.undecided() && there != null) inquiry.apply(refund, there);
            }
        } catch (RuntimeException e) {
            log.warn("payment {} could not follow its provider", pair.attempt().id(), e);
        }
    }

    /** Those that the provider did not tell of are asked for one by one: a clock may differ, a charge may be gone. */
    private void compareOurs(ReconciliationView run) {
        UUID after = FIRST;
        for (List<Attempt> some = unseen(run, after); !some.isEmpty(); some = unseen(run, after)) {
            Tally tally = new Tally();
            for (Attempt attempt : some) askFor(attempt, tally);
            acting.asPlatform(() -> runs.saw(run.id(), List.of(), 0, tally.repaired, tally.found));
            after = some.getLast().id().value();
        }
    }

    private List<Attempt> unseen(ReconciliationView run, UUID after) {
        return acting.asPlatform(() -> runs.unseen(run, after, AT_ONCE));
    }

    private void askFor(Attempt attempt, Tally tally) {
        try {
            ChargeFact fact = providers.named(attempt.provider()).charge(Objects.requireNonNull(attempt.charge()));
            Comparison pair = acting.asPlatform(
                    () -> ours.beside(attempt.provider(), List.of(fact)).getFirst());
            if (pair != null) compare(pair, tally);
        } catch (ProviderUnreachable unreachable) {
            throw unreachable;
        } catch (ProviderDenied | NotFound | IllegalArgumentException | IllegalStateException gone) {
            if (acting.asPlatform(() -> discrepancies.keptMissing(attempt))) tally.found++;
        }
    }
}
