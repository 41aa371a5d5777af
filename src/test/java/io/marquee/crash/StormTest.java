package io.marquee.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.marquee.stripe.FakeStripe;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A storm: buyers with all habits there are, a provider at which calls break, hang, are limited and fail, whose webhooks come
 * twice, late, in any order or never, and a product that is killed meanwhile. Afterwards each payment is tickets or a
 * refund, and both books say the same. A third of them pay stakes, charged or by cards that are kept, which are settled
 * then. Runs with {@code bin/test --long}.
 */
@Tag("long")
class StormTest {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final long SEED = Long.getLong("storm.seed", 20_261_121);

    @TempDir
    Path data;

    @Test
    void after_2000_orders_and_three_kills_every_payment_is_tickets_or_a_refund() throws Exception {
        storm(2000, 3);
    }

    /** The control: where nobody asks the provider and its webhooks are lost, money stays undecided, and it is seen. */
    @Test
    void without_anybody_who_asks_the_storm_would_leave_its_marks() throws Exception {
        try (FakeStripe stripe = FakeStripe.start();
                RunningProduct product = new RunningProduct(data, stripe.settings())) {
            product.start();
            product.execute("""
                    create function platform.nobody_asks() returns trigger language plpgsql as
                      'begin new.execution_time := now() + interval ''1 day''; return new; end';
                    create trigger nobody_asks before insert or update on platform.scheduled_tasks for each row
                      when (new.task_name = 'payment.poll') execute function platform.nobody_asks();
                    """);
            Storm storm = new Storm(product, stripe, SEED);
            storm.rages(40, 0);
            storm.passes();
            StormBooks books = new StormBooks(product, stripe);
            assertThat(stripe.books().money()).isNotEmpty();
            assertThat(books.undecided()).isNotEmpty();
            assertThat(books.breaches()).anyMatch(breach -> breach.endsWith("there, null here"));
        }
    }

    private void storm(int orders, int kills) throws Exception {
        try (FakeStripe stripe = FakeStripe.start();
                RunningProduct product = new RunningProduct(data, stripe.settings())) {
            stripe.webhooks().to(product.url() + "/webhooks/stripe");
            product.start();
            Storm storm = new Storm(product, stripe, SEED);
            Storm.allFaults(stripe.faults(), SEED);
            storm.rages(orders, kills);
            assertThat(storm.orders.get())
                    .as("buyers who got as far as an order")
                    .isEqualTo(orders);

            StormBooks books = new StormBooks(product, stripe);
            soon(() -> {
                storm.passes();
                assertThat(books.undecided()).isEmpty();
            });
            stakesAreSettled(storm, stripe, books);
            storm.banksDecide();
            storm.night();
            soon(() -> assertThat(books.breaches()).isEmpty());
            assertThat(product.doctor()).contains("books: they balance, and agree with payments and orders");
        }
    }

    /** Through the same faults: who comes gets it back, also where that is told late, and nobody else does. */
    private static void stakesAreSettled(Storm storm, FakeStripe stripe, StormBooks books) throws Exception {
        StormDoor door = storm.door();
        Storm.allFaults(stripe.faults(), SEED);
        door.opens();
        door.closes();
        soon(() -> assertThat(door.open()).isEmpty());
        long lost = door.forfeited();
        door.tellsLate();
        stripe.faults().off();
        soon(() -> {
            assertThat(door.open()).isEmpty();
            assertThat(books.undecided()).isEmpty();
        });
        assertThat(door.forfeited()).isPositive().isLessThan(lost);
    }

    private static void soon(ThrowingRunnable comesTrue) {
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(3)).untilAsserted(comesTrue);
    }
}
