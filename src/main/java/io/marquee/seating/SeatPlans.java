package io.marquee.seating;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.marquee.kernel.EventId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.AfterCommit;
import java.time.Duration;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What others may read of plans: what is drawn, and which seats are free. Whoever asks has seen the event already. Both come
 * from the memory of the process and are at most a second stale, however many ask.
 */
@Component
public class SeatPlans {
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration JUST_NOW = Duration.ofMillis(50);

    private final PlanRows rows;
    private final Acting acting;
    private final TransactionTemplate reading;
    private final Cache<EventId, Known> known =
            Caffeine.newBuilder().maximumSize(10_000).build();
    private final Cache<EventId, Lock> turns =
            Caffeine.newBuilder().maximumSize(10_000).build();
    private final Cache<EventId, Drawn> drawn =
            Caffeine.newBuilder().maximumSize(200).build();

    SeatPlans(PlanRows rows, Acting acting, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.acting = acting;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /** A plan with where each seat is, which take long to read and change seldom. */
    private record Drawn(SeatPlan plan, Map<UUID, SeatPlan.Spot> spots) {}

    /** @param at when it was read, by the process's own clock; what this node does itself is added to it */
    private record Known(long at, Optional<Drawn> drawn, Optional<SeatStates> states) {
        boolean isOlderThan(Duration age) {
            return System.nanoTime() - at > age.toNanos();
        }

        Known with(Collection<UUID> seats, boolean taken) {
            if (drawn.isEmpty() || states.isEmpty()) return this;
            BitSet bits = (BitSet) states.get().taken().clone();
            for (UUID seat : seats) {
                SeatPlan.Spot spot = drawn.get().spots().get(seat);
                if (spot != null) bits.set(spot.number(), taken);
            }
            SeatStates now =
                    new SeatStates(states.get().version(), bits, states.get().size());
            return new Known(at, drawn, Optional.of(now));
        }
    }

    /** Empty where nobody sits. */
    public Optional<SeatPlan> of(EventId event) {
        return known(event).drawn().map(Drawn::plan);
    }

    /** Where each seat of the event is; empty where nobody sits. */
    public Map<UUID, SeatPlan.Spot> spots(EventId event) {
        return known(event).drawn().map(Drawn::spots).orElse(Map.of());
    }

    public Optional<SeatStates> states(EventId event) {
        return known(event).states();
    }

    /** How many seats are free for each type that is sold with one, as they stand now. */
    public Map<UUID, Integer> freeByType(EventId event) {
        Known now = known(event, JUST_NOW);
        if (now.drawn().isEmpty() || now.states().isEmpty()) return Map.of();
        SeatStates states = now.states().get();
        Map<UUID, Integer> free = new HashMap<>();
        now.drawn()
                .get()
                .spots()
                .values()
                .forEach(spot -> spot.section()
                        .ticketTypes()
                        .forEach(type -> free.merge(type, states.isFree(spot.number()) ? 1 : 0, Integer::sum)));
        return free;
    }

    /** Read now: for whoever is about to be told that nothing is free. Many who ask at once are answered by one reading. */
    public SeatStates statesNow(EventId event) {
        return known(event, JUST_NOW).states().orElseThrow();
    }

    /** Reads anew which of these seats somebody has or are blocked: the memory knows afterwards. */
    public void look(EventId event, List<UUID> seats) {
        List<UUID> taken = acting.asPlatform(() -> read(() -> rows.takenOf(seats)));
        mark(event, seats, false);
        mark(event, taken, true);
    }

    /** After a change by this node, once it is committed; the others see it within a second. */
    void forget(EventId event) {
        AfterCommit.run(() -> known.invalidate(event));
    }

    /** What this node did to seats shows here at once, after its commit; the others see it within a second. */
    void marked(EventId event, Collection<UUID> seats, boolean taken) {
        AfterCommit.run(() -> mark(event, seats, taken));
    }

    private void mark(EventId event, Collection<UUID> seats, boolean taken) {
        known.asMap().computeIfPresent(event, (id, now) -> now.with(seats, taken));
    }

    private Known known(EventId event) {
        return known(event, FRESH);
    }

    /** One reads for all who ask, without a lock on what is known: marks must never wait for a reader that waits for them. */
    private Known known(EventId event, Duration age) {
        // what a running transaction has not committed never gets into the cache
        if (TransactionSynchronizationManager.isActualTransactionActive()) return load(event);
        Known now = known.getIfPresent(event);
        if (now != null && !now.isOlderThan(age)) return now;
        Lock turn = Objects.requireNonNull(turns.get(event, id -> new ReentrantLock()));
        turn.lock();
        try {
            now = known.getIfPresent(event);
            if (now != null && !now.isOlderThan(age)) return now;
            Known read = load(event);
            known.put(event, read);
            return read;
        } finally {
            turn.unlock();
        }
    }

    private Known load(EventId event) {
        long at = System.nanoTime();
        return acting.asPlatform(() -> read(() -> {
            Optional<Integer> version = rows.version(event);
            if (version.isEmpty()) return new Known(at, Optional.empty(), Optional.empty());
            Drawn plan = drawn(event, version.get());
            return new Known(at, Optional.of(plan), Optional.of(states(plan, rows.taken(event))));
        }));
    }

    private Drawn drawn(EventId event, int version) {
        Drawn before = drawn.getIfPresent(event);
        if (before != null && before.plan().version() == version) return before;
        SeatPlan plan = rows.ofEvent(event).orElseThrow();
        Drawn read = new Drawn(plan, Map.copyOf(plan.bySeat()));
        drawn.put(event, read);
        return read;
    }

    private static SeatStates states(Drawn drawn, List<UUID> taken) {
        BitSet bits = new BitSet(drawn.spots().size());
        for (UUID seat : taken) {
            SeatPlan.Spot spot = drawn.spots().get(seat);
            // drawn in the moment between the two reads
            if (spot != null) bits.set(spot.number());
        }
        return new SeatStates(drawn.plan().version(), bits, drawn.spots().size());
    }

    private <T> T read(Supplier<T> query) {
        return Objects.requireNonNull(reading.execute(status -> query.get()));
    }
}
