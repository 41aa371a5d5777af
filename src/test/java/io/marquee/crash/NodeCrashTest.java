package io.marquee.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes sell one quota, and one of them is killed: the other goes on, and in the end each ticket is sold once. */
@Tag("long")
class NodeCrashTest {
    private static final int TICKETS = 600;
    private static final int LEFT_LYING = 10;
    private static final String SOLD = "select count(*) from ticketing.tickets where state = 'issued'";

    @TempDir
    Path data;

    @TempDir
    Path other;

    @Test
    void one_of_two_nodes_dies_in_a_rush_and_the_other_sells_all_that_is_left() throws Exception {
        try (RunningProduct survivor = new RunningProduct(data)) {
            survivor.start();
            Rush here = Rush.prepare(survivor, TICKETS);
            try (RunningProduct dying = survivor.anotherNode(other)) {
                dying.start();
                Rush there = here.at(dying);
                for (int i = 0; i < LEFT_LYING; i++)
                    assertThat(there.hold(there.freeType).statusCode()).isEqualTo(201);
                List<Thread> buyers = new ArrayList<>(here.start(8, number -> here.freeType));
                buyers.addAll(there.start(8, number -> there.freeType));
                await().atMost(Duration.ofMinutes(1))
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> there.promised.size() >= 15);
                dying.kill();
                int soldHere = here.promised.size();

                for (Thread buyer : buyers) buyer.join();

                assertThat(here.promised.size())
                        .as("orders that the survivor takes after the other has died")
                        .isGreaterThan(soldHere);
                long sold = survivor.count(SOLD);
                assertThat(sold).as("while the dead node's holds last").isLessThanOrEqualTo(TICKETS - 2 * LEFT_LYING);
                assertThat(sold).isGreaterThanOrEqualTo(2L * (here.promised.size() + there.promised.size()));
                assertThat(here.hold(here.freeType).statusCode()).isEqualTo(409);
                Books.agree(survivor);

                survivor.execute(
                        "update ticketing.holds set expires_at = now() - interval '1 second' where state = 'active'");
                for (Thread buyer : here.start(8, number -> here.freeType)) buyer.join();

                assertThat(survivor.count(SOLD)).as("each ticket once").isEqualTo(TICKETS);
                Books.agree(survivor);
            }
        }
    }
}
