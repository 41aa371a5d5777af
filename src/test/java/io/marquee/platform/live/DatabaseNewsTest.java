package io.marquee.platform.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.marquee.testing.MarqueeTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes that have nothing but the database between them. */
@MarqueeTest
class DatabaseNewsTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Autowired
    JdbcConnectionDetails login;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final Ear first = new Ear();
    private final Ear second = new Ear();
    private List<Wire> nodes = List.of();

    @BeforeEach
    void two_nodes_that_listen() {
        nodes = List.of(new Wire(login, List.of(first)), new Wire(login, List.of(second)));
        nodes.forEach(Wire::start);
        await().atMost(SOON).until(() -> first.lost.get() == 1 && second.lost.get() == 1);
    }

    @AfterEach
    void over() {
        nodes.forEach(Wire::stop);
    }

    @Test
    void what_one_tells_all_hear_once_it_is_committed_and_nothing_of_what_rolled_back() {
        transaction.executeWithoutResult(status -> {
            tell("undone");
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> {
            tell("ada");
            tell("eve");
        });

        for (Ear ear : List.of(first, second))
            await().atMost(SOON).untilAsserted(() -> assertThat(ear.heard).containsExactly("ada", "eve"));
    }

    @Test
    void whoever_was_cut_off_knows_it_and_hears_again() {
        int cut = jdbc.sql("""
                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                         where datname = current_database() and query = 'listen test_news'
                        """).query(Integer.class).single();
        assertThat(cut).isEqualTo(2);

        await().atMost(SOON)
                .until(() -> IntStream.of(first.lost.get(), second.lost.get()).allMatch(times -> times > 1));
        transaction.executeWithoutResult(status -> tell("again"));
        for (Ear ear : List.of(first, second))
            await().atMost(SOON).untilAsserted(() -> assertThat(ear.heard).contains("again"));
    }

    private void tell(String payload) {
        new DatabaseHerald(jdbc).tell("test_news", List.of(payload));
    }

    private static final class Ear implements Hearer {
        final List<String> heard = new CopyOnWriteArrayList<>();
        final AtomicInteger lost = new AtomicInteger();

        @Override
        public String channel() {
            return "test_news";
        }

        @Override
        public void heard(String payload) {
            heard.add(payload);
        }

        @Override
        public void lost() {
            lost.incrementAndGet();
        }
    }
}
