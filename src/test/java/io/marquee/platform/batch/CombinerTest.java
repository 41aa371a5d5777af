package io.marquee.platform.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.testing.Rush;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class CombinerTest {
    private final List<List<Integer>> batches = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch go = new CountDownLatch(1);

    @Test
    void who_comes_alone_is_served_alone_and_at_once() {
        Combiner<String, Integer, Integer> combiner = new Combiner<>(10, this::doubled);

        assertThat(combiner.ask("a", 21)).isEqualTo(42);
        assertThat(combiner.ask("a", 4)).isEqualTo(8);
        assertThat(batches).containsExactly(List.of(21), List.of(4));
        assertThat(combiner.waiting()).isZero();
    }

    @Test
    void those_who_come_while_a_batch_runs_are_the_next_one_in_their_order() throws Exception {
        Combiner<String, Integer, Integer> combiner = new Combiner<>(3, questions -> {
            if (questions.contains(0)) held();
            return doubled(questions);
        });

        List<Object> answers = Rush.of(6, i -> () -> {
            Awaitility.await().until(() -> i == 0 || batchesBegun.get() == 1 && combiner.waiting() == i - 1);
            if (i == 5) Thread.ofVirtual().start(() -> release(combiner, 5));
            return combiner.ask("a", i);
        });

        assertThat(answers).containsExactly(0, 2, 4, 6, 8, 10);
        assertThat(batches).containsExactly(List.of(0), List.of(1, 2, 3), List.of(4, 5));
    }

    @Test
    void one_that_cannot_be_served_spoils_it_for_nobody_else() throws Exception {
        Combiner<String, Integer, Integer> combiner = new Combiner<>(10, questions -> {
            if (questions.contains(0)) held();
            if (questions.contains(2)) throw new IllegalStateException("not 2");
            return doubled(questions);
        });

        List<Object> answers = Rush.of(5, i -> () -> {
            Awaitility.await().until(() -> i == 0 || batchesBegun.get() == 1 && combiner.waiting() == i - 1);
            if (i == 4) Thread.ofVirtual().start(() -> release(combiner, 4));
            return combiner.ask("a", i);
        });

        assertThat(Rush.only(answers, Integer.class)).containsExactly(0, 2, 6, 8);
        assertThat(Rush.only(answers, IllegalStateException.class))
                .singleElement()
                .satisfies(e -> assertThat(e).hasMessage("not 2"));
        assertThat(combiner.ask("a", 7)).isEqualTo(14);
    }

    @Test
    void nobody_waits_for_another_key() throws Exception {
        Combiner<String, Integer, Integer> combiner = new Combiner<>(10, questions -> {
            if (questions.contains(0)) held();
            return doubled(questions);
        });

        List<Object> answers = Rush.of(2, i -> () -> {
            Awaitility.await().until(() -> i == 0 || batchesBegun.get() == 1);
            int answer = combiner.ask(i == 0 ? "slow" : "quick", i);
            if (i == 1) go.countDown();
            return answer;
        });

        assertThat(answers).containsExactly(0, 2);
    }

    @Test
    void in_a_rush_everybody_gets_their_own_answer() throws Exception {
        Combiner<Integer, Integer, Integer> combiner = new Combiner<>(16, this::doubled);

        List<Object> right = Rush.of(
                64,
                person -> () -> IntStream.range(0, 500)
                        .map(turn -> person * 1000 + turn)
                        .allMatch(question -> combiner.ask(question % 3, question) == 2 * question));

        assertThat(right).hasSize(64).containsOnly(true);
        assertThat(batches.stream().mapToInt(List::size).sum()).isEqualTo(64 * 500);
        assertThat(combiner.waiting()).isZero();
    }

    private final AtomicInteger batchesBegun = new AtomicInteger();

    private void held() {
        batchesBegun.incrementAndGet();
        try {
            assertThat(go.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void release(Combiner<?, ?, ?> combiner, int waiting) {
        Awaitility.await().until(() -> combiner.waiting() == waiting);
        go.countDown();
    }

    private List<Integer> doubled(List<Integer> questions) {
        batches.add(questions);
        return questions.stream().map(question -> 2 * question).toList();
    }
}
