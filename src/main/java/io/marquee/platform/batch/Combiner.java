package io.marquee.platform.batch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Serves what is asked about one key in batches: whoever comes while a batch is under way waits for the next one, and the
 * first of those who wait serves it for all. Nothing is delayed to fill a batch, so that one who comes alone is served at
 * once, and the more there are the bigger the batches grow. Each key has one batch under way at a time in this process.
 *
 * @param <K> what contends, such as an event
 */
public final class Combiner<K, Q, A> {
    private static final int MOST_WAITING = 4000;

    private final int most;
    private final Function<List<Q>, List<A>> work;
    /** Who waits; a key is there while a batch of it is under way. */
    private final Map<K, Deque<Place<Q, A>>> lines = new HashMap<>();

    /**
     * @param most in one batch
     * @param work the answers, in the order of the questions. Where it throws for several, each is asked alone: nobody
     *     fails for another's sake, and what the failed batch did must be undone
     */
    public Combiner(int most, Function<List<Q>, List<A>> work) {
        this.most = most;
        this.work = work;
    }

    /** @throws TooManyWaiting at once, where there is no hope of an answer soon */
    public A ask(K key, Q question) {
        Place<Q, A> place = new Place<>(question);
        if (enter(key, place) || place.awaitTurn()) lead(key);
        return place.answer();
    }

    /** How many wait for their batch, of all keys. */
    public synchronized int waiting() {
        return lines.values().stream().mapToInt(Deque::size).sum();
    }

    /** @return whether nobody is being served, so that this one leads at once */
    private synchronized boolean enter(K key, Place<Q, A> place) {
        Deque<Place<Q, A>> line = lines.get(key);
        boolean first = line == null;
        if (line == null) {
            line = new ArrayDeque<>();
            lines.put(key, line);
        } else if (line.size() >= MOST_WAITING) {
            throw new TooManyWaiting();
        }
        line.add(place);
        return first;
    }

    private void lead(K key) {
        try {
            serve(batch(key));
        } finally {
            handOver(key);
        }
    }

    private synchronized List<Place<Q, A>> batch(K key) {
        Deque<Place<Q, A>> line = Objects.requireNonNull(lines.get(key));
        List<Place<Q, A>> batch = new ArrayList<>(Math.min(most, line.size()));
        while (batch.size() < most && !line.isEmpty()) batch.add(line.remove());
        return batch;
    }

    private void serve(List<Place<Q, A>> batch) {
        if (batch.size() > 1) Pressure.felt();
        try {
            List<A> answers =
                    work.apply(batch.stream().map(place -> place.question).toList());
            if (answers.size() != batch.size()) throw new IllegalStateException("an answer is missing");
            for (int i = 0; i < batch.size(); i++) {
                A answer = answers.get(i);
                batch.get(i).tell(() -> answer);
            }
        } catch (RuntimeException e) {
            if (batch.size() == 1) batch.getFirst().fail(e);
            else batch.forEach(place -> serve(List.of(place)));
        } catch (Error e) {
            batch.forEach(place -> place.fail(new IllegalStateException("the batch broke", e)));
            throw e;
        }
    }

    private synchronized void handOver(K key) {
        Place<Q, A> next = Objects.requireNonNull(lines.get(key)).peek();
        if (next == null) lines.remove(key);
        else next.lead();
    }

    private static final class Place<Q, A> {
        final Q question;
        private final Semaphore called = new Semaphore(0);
        private boolean leads;
        private @Nullable Supplier<A> answer;

        Place(Q question) {
            this.question = question;
        }

        /** @return whether it is to lead the next batch; else it is answered */
        boolean awaitTurn() {
            called.acquireUninterruptibly();
            return leads;
        }

        void lead() {
            leads = true;
            called.release();
        }

        void tell(Supplier<A> told) {
            answer = told;
            called.release();
        }

        void fail(RuntimeException failure) {
            tell(() -> {
                throw failure;
            });
        }

        A answer() {
            return Objects.requireNonNull(answer).get();
        }
    }
}
