package io.marquee.stripe;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** What goes wrong: by plan, one after the other, or by chance from a seed. Nothing does until it is asked for. */
public final class Faults {
    /** What can happen to a call of the API. */
    public enum Call {
        /** As it should. */
        NONE,
        /** The connection breaks before anything was done. */
        CUT_BEFORE,
        /** Everything was done, and the connection breaks before the answer. */
        CUT_AFTER,
        /** Everything was done, and the answer takes longer than anybody waits. */
        HANG,
        /** Nothing was done, and the answer is 500; the same key gets the same answer. */
        ERROR,
        /** Everything was done, and the answer is 500; the same key gets the same answer. */
        ERROR_AFTER,
        /** Not a server's saved error: 503 without a trace. */
        UNAVAILABLE,
        /** 429, without a trace. */
        LIMITED
    }

    private final Deque<Call> planned = new ArrayDeque<>();
    private final Deque<Call> plannedWrites = new ArrayDeque<>();
    private final Map<Call, Double> chances = new EnumMap<>(Call.class);
    private final Map<String, Consumer<String>> between = new HashMap<>();
    private Random random = new Random(1);
    private Duration hanging = Duration.ofSeconds(30);
    private double duplicated;
    private double delayed;
    private double dropped;
    private Duration longest = Duration.ofSeconds(2);

    public synchronized Faults seed(long seed) {
        random = new Random(seed);
        return this;
    }

    /** The next calls of the API go like this, in this order. */
    public synchronized Faults next(Call... calls) {
        planned.addAll(List.of(calls));
        return this;
    }

    /** The next calls that ask for something to be done go like this: no job that only looks takes one of them. */
    public synchronized Faults nextWrites(Call... calls) {
        plannedWrites.addAll(List.of(calls));
        return this;
    }

    /** Once, while the next call to a path that ends so is on its way, this happens. @param happens is told the whole path */
    public synchronized Faults before(String path, Consumer<String> happens) {
        between.put(path, happens);
        return this;
    }

    /** Each call goes like this with this chance. */
    public synchronized Faults chance(Call call, double share) {
        chances.put(call, share);
        return this;
    }

    /** How long an answer takes that hangs. */
    public synchronized Faults hanging(Duration time) {
        hanging = time;
        return this;
    }

    /**
     * Each webhook is sent twice, or late and thereby after later ones, or never, with these chances.
     *
     * @param longest how late at most
     */
    public synchronized Faults webhooks(double duplicated, double delayed, double dropped, Duration longest) {
        this.duplicated = duplicated;
        this.delayed = delayed;
        this.dropped = dropped;
        this.longest = longest;
        return this;
    }

    /** All is well from here on. */
    public synchronized Faults off() {
        planned.clear();
        between.clear();
        plannedWrites.clear();
        chances.clear();
        return webhooks(0, 0, 0, longest);
    }

    void happens(String path) {
        List<Consumer<String>> due = new ArrayList<>();
        synchronized (this) {
            between.entrySet().removeIf(entry -> path.endsWith(entry.getKey()) && due.add(entry.getValue()));
        }
        due.forEach(each -> each.accept(path));
    }

    synchronized Call ofCall(boolean looks) {
        if (!planned.isEmpty()) return planned.remove();
        if (!looks && !plannedWrites.isEmpty()) return plannedWrites.remove();
        double dice = random.nextDouble();
        for (Map.Entry<Call, Double> chance : chances.entrySet()) {
            dice -= chance.getValue();
            if (dice < 0) return chance.getKey();
        }
        return Call.NONE;
    }

    synchronized Duration hang() {
        return hanging;
    }

    /** How often a webhook is sent: 0, 1 or 2 times. */
    synchronized int copies() {
        if (random.nextDouble() < dropped) return 0;
        return random.nextDouble() < duplicated ? 2 : 1;
    }

    synchronized Duration delay() {
        return random.nextDouble() < delayed
                ? longest.multipliedBy(random.nextInt(1, 101)).dividedBy(100)
                : Duration.ZERO;
    }
}
