package io.marquee.payment;

import io.marquee.payment.Comparison.Finding;
import io.marquee.payment.provider.ChargeFact;
import io.marquee.payment.provider.ProviderDenied;
import io.marquee.payment.provider.ProviderUnreachable;
import io.marquee.payment.provider.RefundFact;
import io.marquee.platform.tenancy.Acting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Compares the charges of a slice of time, on both sides. What can be settled by applying what the provider says is settled;
 * what then still differs is kept for a person.
 */
@Component
class ChargeBooks {
    private static final Logger log = LoggerFactory.getLogger(ChargeBooks.class);
    private static final int AT_ONCE = 500;
    private static final int A_FEW = 3;

    private final ReconciliationRuns runs;
    private final OurSide ours;
    private final Providers providers;
    private final Inquiry inquiry;
    private final Discrepancies discrepancies;
    private final Acting acting;

    ChargeBooks(
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

    /**
     * What a part of the books has shown.
     *
     * @param payments ours
     */
    record Tally(int charges, int refunds, int disputes, int payments, int repaired, int found) {
        static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0);

        Tally plus(Tally other) {
            return new Tally(
                    charges + other.charges,
                    refunds + other.refunds,
                    disputes + other.disputes,
                    payments + other.payments,
                    repaired + other.repaired,
                    found + other.found);
        }
    }

    /**
     * @throws ProviderUnreachable when it must be tried again
     * @throws ProviderDenied when neither the books nor what should be in them is shown
     */
    Tally compare(ReconciliationView run, Instant from, Instant until) {
        Set<UUID> seen = new HashSet<>();
        Tally tally;
        try {
            tally = theirs(run, from, until, seen);
        } catch (ProviderDenied closed) {
            log.warn("reconciliation {}: {} does not show its books", run.id(), run.provider(), closed);
            requireSome(run, from, until, closed);
            // then ours are asked for one by one
            seen.clear();
            tally = Tally.NOTHING;
        }
        return tally.plus(ours(run, from, until, seen));
    }

    /** One charge that cannot be read is no reason to give up all of them. */
    private void requireSome(ReconciliationView run, Instant from, Instant until, ProviderDenied closed) {
        boolean any = acting.asPlatform(() -> runs.unseen(run, from, until, Set.of())).stream()
                .limit(A_FEW)
                .anyMatch(this::isShown);
        if (!any) throw closed;
    }

    private boolean isShown(Attempt attempt) {
        try {
            providers.named(attempt.provider()).charge(Objects.requireNonNull(attempt.charge()));
            return true;
        } catch (ProviderDenied denied) {
            return false;
        }
    }

    private Tally theirs(ReconciliationView run, Instant from, Instant until, Set<UUID> seen) {
        Tally tally = Tally.NOTHING;
        try (Stream<ChargeFact> charges = providers.named(run.provider()).charges(run.account(), from, until)) {
            Iterator<ChargeFact> all = charges.iterator();
            List<ChargeFact> some = new ArrayList<>(AT_ONCE);
            while (all.hasNext()) {
                some.add(all.next());
                if (some.size() == AT_ONCE || !all.hasNext()) {
                    tally = tally.plus(compare(run, some, seen));
                    some.clear();
                }
            }
        }
        return tally;
    }

    private Tally compare(ReconciliationView run, List<ChargeFact> facts, Set<UUID> seen) {
        List<@Nullable Comparison> pairs = acting.asPlatform(() -> ours.beside(run.provider(), facts));
        Tally tally = Tally.NOTHING;
        for (int i = 0; i < facts.size(); i++) {
            ChargeFact fact = facts.get(i);
            Comparison pair = pairs.get(i);
            boolean ours = pair != null
                    && !pair.isAnother()
                    && seen.add(pair.attempt().id().value());
            tally = tally.plus(
                            new Tally(1, fact.refunds().size(), fact.disputes().size(), ours ? 1 : 0, 0, 0))
                    .plus(pair == null ? unknown(run, fact) : compare(pair));
        }
        return tally;
    }

    private Tally unknown(ReconciliationView run, ChargeFact fact) {
        boolean keepsMoney = fact.standing() == ChargeFact.Standing.SUCCEEDED
                && Comparison.sentBack(fact).compareTo(fact.amount()) < 0;
        boolean kept =
                keepsMoney && acting.asPlatform(() -> discrepancies.keptUnknown(run.provider(), run.account(), fact));
        return outcome(0, kept ? 1 : 0);
    }

    private Tally compare(Comparison pair) {
        Map<String, Finding> before = pair.findings();
        if (before.isEmpty()) return Tally.NOTHING;
        if (!pair.isAnother()) apply(pair);
        Comparison again = acting.asPlatform(() -> Objects.requireNonNull(
                ours.beside(pair.attempt().provider(), List.of(pair.fact())).getFirst()));
        Map<String, Finding> after = again.findings();
        long repaired = before.keySet().stream()
                .filter(kind -> !after.containsKey(kind))
                .count();
        long found = after.values().stream()
                .filter(finding -> acting.asPlatform(() -> discrepancies.kept(again, finding)))
                .count();
        return outcome((int) repaired, (int) found);
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
    private Tally ours(ReconciliationView run, Instant from, Instant until, Set<UUID> seen) {
        return acting.asPlatform(() -> runs.unseen(run, from, until, seen)).stream()
                .map(this::askFor)
                .reduce(Tally.NOTHING, Tally::plus);
    }

    private Tally askFor(Attempt attempt) {
        Tally one = new Tally(0, 0, 0, 1, 0, 0);
        try {
            ChargeFact fact = providers.named(attempt.provider()).charge(Objects.requireNonNull(attempt.charge()));
            Comparison pair = acting.asPlatform(
                    () -> ours.beside(attempt.provider(), List.of(fact)).getFirst());
            return pair == null ? one : one.plus(compare(pair));
        } catch (ProviderUnreachable unreachable) {
            throw unreachable;
        } catch (ProviderDenied | IllegalArgumentException | IllegalStateException gone) {
            boolean kept = acting.asPlatform(() -> discrepancies.keptMissing(attempt));
            return one.plus(outcome(0, kept ? 1 : 0));
        }
    }

    private static Tally outcome(int repaired, int found) {
        return new Tally(0, 0, 0, 0, repaired, found);
    }
}
