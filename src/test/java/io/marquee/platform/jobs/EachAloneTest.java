package io.marquee.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EachAloneTest {
    private final List<Integer> done = new ArrayList<>();

    @Test
    void what_was_done_for_all_is_added_up() {
        assertThat(EachAlone.sum(List.of(1, 2, 3), this::work)).isEqualTo(6);
    }

    @Test
    void one_that_fails_is_told_of_and_keeps_nobody_from_their_turn() {
        assertThatThrownBy(() -> EachAlone.sum(List.of(1, -2, 3, -4, 5), this::work))
                .hasMessage("not -2")
                .satisfies(e -> assertThat(e.getSuppressed())
                        .singleElement()
                        .extracting(Throwable::getMessage)
                        .isEqualTo("not -4"));
        assertThat(done).containsExactly(1, 3, 5);
    }

    private int work(int one) {
        if (one < 0) throw new IllegalStateException("not " + one);
        done.add(one);
        return one;
    }
}
