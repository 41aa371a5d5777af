package io.marquee.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlatformFeeTest {

    @Test
    void is_a_share_and_a_fixed_part() {
        assertThat(new PlatformFee(250, 30).of(Money.of(10_000, "EUR"))).isEqualTo(Money.of(280, "EUR"));
        assertThat(new PlatformFee(250, 30).of(Money.of(10_000, "JPY"))).isEqualTo(Money.of(280, "JPY"));
        assertThat(PlatformFee.NONE.of(Money.of(10_000, "EUR"))).isEqualTo(Money.of(0, "EUR"));
    }

    @Test
    void is_never_more_than_the_charge() {
        assertThat(new PlatformFee(0, 300).of(Money.of(299, "EUR"))).isEqualTo(Money.of(299, "EUR"));
        assertThat(new PlatformFee(PlatformFee.WHOLE, 1).of(Money.of(1, "EUR"))).isEqualTo(Money.of(1, "EUR"));
    }

    @Test
    void is_what_exact_arithmetic_says_for_any_charge() {
        Random random = new Random(20_261_121);
        for (int i = 0; i < 100_000; i++) {
            long charge = random.nextLong(1, i % 2 == 0 ? 1_000_000 : Long.MAX_VALUE);
            PlatformFee fee = new PlatformFee(random.nextInt(PlatformFee.WHOLE + 1), random.nextLong(1_000_000_000));
            long exact = BigDecimal.valueOf(charge)
                    .multiply(BigDecimal.valueOf(fee.basisPoints()))
                    .movePointLeft(4)
                    .setScale(0, RoundingMode.HALF_UP)
                    .add(BigDecimal.valueOf(fee.fixed()))
                    .min(BigDecimal.valueOf(charge))
                    .longValueExact();
            assertThat(fee.of(Money.of(charge, "KWD")).amount())
                    .isEqualTo(exact)
                    .isBetween(0L, charge);
        }
    }

    @Test
    void goes_back_with_the_parts_of_its_charge_to_the_last_unit() {
        Random random = new Random(20_261_122);
        for (int i = 0; i < 20_000; i++) {
            Money charge = Money.of(random.nextLong(1, 100_000), "EUR");
            Money fee = Money.of(random.nextLong(charge.amount() + 1), "EUR");
            Money back = Money.of(0, "EUR");
            Money feeBack = Money.of(0, "EUR");
            while (back.compareTo(charge) < 0) {
                Money part = Money.of(random.nextLong(1, charge.minus(back).amount() + 1), "EUR");
                Money ofFee = PlatformFee.goingBack(fee, charge, back, part);
                assertThat(ofFee.amount()).isBetween(0L, part.amount());
                back = back.plus(part);
                feeBack = feeBack.plus(ofFee);
            }
            assertThat(feeBack).isEqualTo(fee);
        }
    }

    @Test
    void never_falls_when_the_charge_grows() {
        PlatformFee fee = new PlatformFee(333, 25);
        long before = 0;
        for (long charge = 1; charge < 5_000; charge++) {
            long now = fee.of(Money.of(charge, "EUR")).amount();
            assertThat(now).isGreaterThanOrEqualTo(before);
            before = now;
        }
    }
}
