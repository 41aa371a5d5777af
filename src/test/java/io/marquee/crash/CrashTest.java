package io.marquee.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kill -9 in the middle of a rush: afterwards the books agree, and nobody who was told "paid" is without tickets. */
class CrashTest {
    @TempDir
    Path data;

    @Test
    void killed_in_a_rush_the_books_agree_after_the_restart() throws Exception {
        killAndRecount(1);
    }

    @Test
    @Tag("long")
    void killed_five_times_in_a_row_the_books_still_agree() throws Exception {
        killAndRecount(5);
    }

    private void killAndRecount(int times) throws Exception {
        try (RunningProduct product = new RunningProduct(data)) {
            product.start();
            Rush rush = Rush.prepare(product, 100_000);
            for (int i = 0; i < times; i++) {
                var buyers = rush.start(24);
                await().atMost(Duration.ofMinutes(2)).until(() -> rush.promised.size() > 60);
                product.kill();
                for (Thread buyer : buyers) {
                    buyer.join();
                }
                product.start();
                recount(product, rush);
                rush.promised.clear();
            }
        }
    }

    private static void recount(RunningProduct product, Rush rush) throws Exception {
        Books.agree(product);
        String promised = rush.promised.stream().map(id -> "'" + id + "'").collect(Collectors.joining(","));
        assertThat(product.count(
                        "select count(*) from ordering.orders where state = 'paid' and id in (" + promised + ")"))
                .as("orders that their buyers were told are paid")
                .isEqualTo(rush.promised.size());
        Books.settle(product);
    }
}
