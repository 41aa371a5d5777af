package io.marquee.payment;

import io.marquee.identity.Access;
import io.marquee.kernel.Cursors;
import io.marquee.kernel.IllegalMove;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Slice;
import io.marquee.payment.provider.PaymentProvider;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The provider's books beside ours, for the administrator: what was compared, what differs, and what is done about it. */
@Component
public class Reconciliation {
    /** What is younger may still be moving on both sides. */
    private static final Duration SETTLED = Duration.ofMinutes(15);

    /** Until then the last cards can be disputed, for an event that was paid long before; refunds end sooner. */
    private static final Duration STILL_MOVING = Duration.ofDays(550);

    private static final Duration LONGEST = Duration.ofDays(3660);
    private static final int LONGEST_NOTE = 1000;

    private final ReconciliationRuns runs;
    private final Discrepancies discrepancies;
    private final Providers providers;
    private final ObjectProvider<OtherBooks> others;
    private final Access access;
    private final Acting acting;
    private final Clock clock;

    Reconciliation(
            ReconciliationRuns runs,
            Discrepancies discrepancies,
            Providers providers,
            ObjectProvider<OtherBooks> others,
            Access access,
            Acting acting,
            Clock clock) {
        this.runs = runs;
        this.discrepancies = discrepancies;
        this.providers = providers;
        this.others = others;
        this.access = access;
        this.acting = acting;
        this.clock = clock;
    }

    /** Newest first. @param cursor of the slice before; null for the first. @throws InvalidInput at {@code cursor} */
    public Slice<ReconciliationView> recent(@Nullable String cursor, int limit) {
        access.requireAdministrator();
        UUID after = Cursors.id(cursor);
        return acting.asPlatform(() -> runs.recent(after, limit));
    }

    /** @throws NotFound */
    public ReconciliationView byId(String id) {
        access.requireAdministrator();
        return acting.asPlatform(() -> runs.byId(parsed(id)));
    }

    /**
     * Newest first.
     *
     * @param decided those that were, or those that wait for somebody
     * @param cursor of the slice before; null for the first
     * @throws InvalidInput at {@code cursor}
     */
    public Slice<DiscrepancyView> discrepancies(boolean decided, @Nullable String cursor, int limit) {
        access.requireAdministrator();
        UUID after = Cursors.id(cursor);
        return acting.asPlatform(() -> discrepancies.recent(decided, after, limit));
    }

    /**
     * Compares every book of a provider, in jobs.
     *
     * @param until exclusive; at the latest a quarter of an hour ago
     * @return the runs
     * @throws InvalidInput at {@code provider}, {@code from} or {@code until}
     */
    @Transactional
    public List<ReconciliationView> start(@Nullable String provider, @Nullable Instant from, @Nullable Instant until) {
        access.requireAdministrator();
        if (provider == null) throw InvalidInput.at("provider", "required");
        if (from == null) throw InvalidInput.at("from", "required");
        if (until == null) throw InvalidInput.at("until", "required");
        if (providers.all().stream().noneMatch(known -> known.name().equals(provider)))
            throw InvalidInput.at("provider", "choice");
        if (!from.isBefore(until)) throw InvalidInput.at("until", "end_before_start");
        if (Duration.between(from, until).compareTo(LONGEST) > 0)
            throw InvalidInput.at("from", "out_of_range", 1, LONGEST.toDays());
        Instant latest = clock.instant().minus(SETTLED);
        return request(provider, from, until.isAfter(latest) ? latest : until, "by_hand");
    }

    /** All books of all providers, as far back as anything still moves in them. One that did not end goes on first. */
    void startNightly() {
        Instant until = clock.instant().minus(SETTLED);
        Instant from = until.minus(STILL_MOVING);
        for (PaymentProvider provider : providers.all()) {
            acting.asPlatform(() -> accounts(provider.name(), from, until).forEach(account -> {
                UUID unfinished = runs.unfinished(provider.name(), account);
                if (unfinished == null) {
                    runs.request(provider.name(), account, "nightly", from, until);
                } else {
                    runs.goOn(unfinished);
                }
            }));
        }
    }

    private List<ReconciliationView> request(String provider, Instant from, Instant until, String kind) {
        return acting.asPlatform(() -> accounts(provider, from, until).stream()
                .map(account -> runs.byId(runs.request(provider, account, kind, from, until)))
                .toList());
    }

    private Set<@Nullable String> accounts(String provider, Instant from, Instant until) {
        Set<@Nullable String> accounts = new LinkedHashSet<>(runs.accounts(provider, from, until));
        // the operator's own is looked at also where we know of no payment: somebody may have paid without us
        if (providers.named(provider).offered()) accounts.add(null);
        others.orderedStream().forEach(books -> accounts.addAll(books.accounts(provider)));
        return accounts;
    }

    /** It is right as it is. @throws NotFound, IllegalMove when it was decided before */
    public DiscrepancyView accept(String id, String note) {
        return decide(id, note, found -> discrepancies.move(found, DiscrepancyState.ACCEPTED, note));
    }

    /** Somebody mended it elsewhere. @throws InvalidInput at {@code note} when it doesn't say how */
    public DiscrepancyView handled(String id, String note) {
        access.requireAdministrator();
        if (note.isBlank()) throw InvalidInput.at("note", "required");
        return decide(id, note, found -> discrepancies.move(found, DiscrepancyState.HANDLED, note));
    }

    /** Has the provider send the money back. @throws IllegalMove where there is none to send */
    public DiscrepancyView refund(String id, String note) {
        return decide(id, note, found -> {
            if (!found.refundable()) throw new IllegalMove(found.state(), DiscrepancyState.REFUNDING);
            discrepancies.refund(found, note);
        });
    }

    private DiscrepancyView decide(String id, String note, java.util.function.Consumer<DiscrepancyView> decision) {
        access.requireAdministrator();
        if (note.length() > LONGEST_NOTE || note.indexOf('\0') >= 0)
            throw InvalidInput.at("note", "too_long", LONGEST_NOTE);
        return acting.asPlatform(() -> discrepancies.decide(parsed(id), decision));
    }

    private static UUID parsed(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NotFound("page");
        }
    }
}
