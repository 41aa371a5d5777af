package io.marquee.waitingroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whether the draw is fair, and what many places gain. The seeds are fixed, so that the figures in docs/algorithms/waiting-room.md can
 * be had again; the controls show that the same test finds an unfair order.
 */
class FairnessTest {
    private static final int PRESENT = 1000;
    private static final int TICKETS = 100;
    private static final int DRAWS = 500;
    private static final int GROUPS = 20;

    /** The order of those present, one way or another. */
    @FunctionalInterface
    private interface Order {
        long placeOf(long number, Random chance);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 9, 10, 64, 65, 1000, 9973})
    void a_draw_is_a_permutation(long present) {
        Draw draw = new Draw(seed(new Random(present)), present);
        assertThat(LongStream.range(0, present).map(draw::placeOf).sorted())
                .isEqualTo(LongStream.range(0, present).boxed().toList());
    }

    @Test
    void the_chance_of_an_early_place_is_the_same_for_all_who_were_there() {
        double found = ChiSquare.ofEqual(early(draws()));
        report("drawn", found);
        assertThat(found).isLessThan(ChiSquare.critical(GROUPS));
    }

    @Test
    void the_same_test_finds_the_order_of_arrival() {
        double found = ChiSquare.ofEqual(early(() -> (number, chance) -> number));
        report("in the order of arrival", found);
        assertThat(found).isGreaterThan(100 * ChiSquare.critical(GROUPS));
    }

    @Test
    void the_same_test_finds_a_draw_that_favours_the_first_a_little() {
        // one in a hundred of those who came in the first half is moved up to the front
        Supplier<Order> draws = draws();
        double found = ChiSquare.ofEqual(early(() -> {
            Order drawn = draws.get();
            return (number, chance) -> {
                long place = drawn.placeOf(number, chance);
                return number < PRESENT / 2 && chance.nextInt(100) == 0 ? place / 10 : place;
            };
        }));
        report("drawn, with a little favour", found);
        assertThat(found).isGreaterThan(ChiSquare.critical(GROUPS));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 7, 12})
    void few_are_drawn_as_fairly_as_many(int present) {
        Random chance = new Random(20311);
        long[] places = new long[present];
        long firstBeforeLast = 0;
        int draws = 3000 * present;
        for (int i = 0; i < draws; i++) {
            Draw draw = new Draw(seed(chance), present);
            places[(int) draw.placeOf(0)]++;
            if (draw.placeOf(0) < draw.placeOf(present - 1)) firstBeforeLast++;
        }
        assertThat(ChiSquare.ofEqual(places)).isLessThan(ChiSquare.critical(present));
        assertThat(ChiSquare.ofEqual(new long[] {firstBeforeLast, draws - firstBeforeLast}))
                .isLessThan(ChiSquare.critical(2));
    }

    /** 9,000 honest visitors, 1,000 tickets, one hold for each place. */
    @ParameterizedTest
    @CsvSource({"1, 1", "10, 1", "100, 1", "1000, 1", "10, 10", "100, 100", "1000, 1000", "1000, 100"})
    void an_attacker_gains_by_places_and_so_by_addresses_where_they_are_bound(int cookies, int addresses) {
        Random chance = new Random(4711);
        double unbound = tickets(cookies, chance);
        double bound = tickets(Math.min(cookies, addresses), chance);
        System.out.printf(
                "sybil: %,d cookies, %,d addresses: %.2f tickets without addresses, %.2f with%n",
                cookies, addresses, unbound, bound);

        assertThat(unbound).isCloseTo(1000.0 * cookies / (9000 + cookies), within(cookies));
        assertThat(bound)
                .isCloseTo(
                        1000.0 * Math.min(cookies, addresses) / (9000 + Math.min(cookies, addresses)),
                        within(addresses));
    }

    @Test
    void whoever_comes_first_by_a_machine_gains_nothing_by_it() {
        // in the order of arrival 1,000 cookies that come first would take all of the 1,000 tickets
        Random chance = new Random(815);
        long first = 0;
        long last = 0;
        for (int i = 0; i < 200; i++) {
            Draw draw = new Draw(seed(chance), 9100);
            first +=
                    LongStream.range(0, 100).filter(n -> draw.placeOf(n) < 1000).count();
            last += LongStream.range(9000, 9100)
                    .filter(n -> draw.placeOf(n) < 1000)
                    .count();
        }
        assertThat(ChiSquare.ofEqual(new long[] {first, last})).isLessThan(ChiSquare.critical(2));
    }

    private static Offset<Double> within(int places) {
        // four standard errors of the mean of 200 draws
        return Offset.offset(4 * Math.sqrt(places * 0.1 / 200) + 0.02);
    }

    /** How many tickets the attacker gets, on average over 200 draws. Who they are among those present does not matter. */
    private static double tickets(int places, Random chance) {
        long got = 0;
        for (int i = 0; i < 200; i++) {
            Draw draw = new Draw(seed(chance), 9000 + places);
            got += LongStream.range(0, places)
                    .filter(number -> draw.placeOf(number) < 1000)
                    .count();
        }
        return got / 200.0;
    }

    private static Supplier<Order> draws() {
        Random seeds = new Random(20310502);
        return () -> {
            Draw draw = new Draw(seed(seeds), PRESENT);
            return (number, chance) -> draw.placeOf(number);
        };
    }

    /** By groups in the order of arrival: how often one of them was among the first. */
    private static long[] early(Supplier<Order> orders) {
        long[] early = new long[GROUPS];
        Random chance = new Random(7);
        for (int i = 0; i < DRAWS; i++) {
            Order order = orders.get();
            IntStream.range(0, PRESENT)
                    .filter(number -> order.placeOf(number, chance) < TICKETS)
                    .forEach(number -> early[number * GROUPS / PRESENT]++);
        }
        return early;
    }

    private static byte[] seed(Random random) {
        byte[] seed = new byte[32];
        random.nextBytes(seed);
        return seed;
    }

    private static void report(String how, double found) {
        System.out.printf(
                "fairness, %s: chi-square %.1f with %d degrees of freedom, critical (0.1%%) %.1f%n",
                how, found, GROUPS - 1, ChiSquare.critical(GROUPS));
    }
}
