package io.marquee.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.kernel.Money;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LinePartTest {
    private static final int LINES = 20_000;

    @Test
    void parts_of_any_size_are_never_below_zero_stay_within_a_unit_and_lose_nothing() {
        Random random = new Random(20261121);
        for (int i = 0; i < LINES; i++) {
            QuoteLine line = line(random);
            long taken = 0;
            long tax = 0;
            long fee = 0;
            long net = 0;
            long absorbed = 0;
            while (taken < line.total().amount()) {
                long amount = Math.min(
                        line.total().amount() - taken,
                        1 + random.nextLong(1 + line.total().amount() / 3));
                LinePart part = LinePart.of(line, cents(taken), cents(amount));
                assertThat(Stream.of(part.net(), part.tax(), part.fee(), part.absorbed()))
                        .as("%s: %s after %s", line, amount, taken)
                        .allMatch(money -> money.amount() >= 0);
                assertThat(part.net().plus(part.tax()).plus(part.fee())).isEqualTo(cents(amount));
                taken += amount;
                tax += part.tax().amount();
                fee += part.fee().amount();
                net += part.net().amount();
                absorbed += part.absorbed().amount();
                double exact =
                        (double) line.tax().amount() * taken / line.total().amount();
                assertThat(Math.abs(tax - exact)).isLessThanOrEqualTo(0.5 + 1e-6);
                assertThat(absorbed).isLessThanOrEqualTo(net);
            }
            assertThat(List.of(net, tax, fee, absorbed))
                    .containsExactly(
                            line.net().amount(),
                            line.tax().amount(),
                            line.fee().amount(),
                            line.absorbed().amount());
        }
    }

    @Test
    void a_single_unit_at_a_time_drifts_nowhere() {
        QuoteLine line = line(1000, 190, 57, 30);
        long tax = 0;
        for (int taken = 0; taken < line.total().amount(); taken++) {
            tax += LinePart.of(line, cents(taken), cents(1)).tax().amount();
            assertThat(Math.abs(tax - 190.0 * (taken + 1) / line.total().amount()))
                    .isLessThanOrEqualTo(0.5 + 1e-6);
        }
        assertThat(tax).isEqualTo(190);
    }

    private static QuoteLine line(Random random) {
        long net = random.nextInt(4) == 0 ? random.nextInt(5) : random.nextLong(200_000);
        return line(
                net,
                random.nextLong(1 + net / 4 + 2),
                random.nextLong(1 + net / 10 + 2),
                random.nextLong(net / 10 + 1));
    }

    private static QuoteLine line(long net, long tax, long fee, long absorbed) {
        return new QuoteLine(
                UUID.randomUUID(),
                1,
                cents(net),
                cents(0),
                cents(net),
                cents(tax),
                cents(fee),
                cents(absorbed),
                cents(net + tax + fee),
                List.of());
    }

    private static Money cents(long amount) {
        return Money.of(amount, "EUR");
    }
}
