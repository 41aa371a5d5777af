package io.marquee.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.kernel.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeMoneyTest {
    /** Stripe counts some currencies otherwise than ISO 4217 does. */
    @ParameterizedTest
    @CsvSource({"EUR, 1234, 1234", "JPY, 500, 500", "KWD, 12340, 12340", "ISK, 700, 70000", "UGX, 9000, 900000"})
    void every_currency_is_counted_as_stripe_counts_it(String currency, long ours, long theirs) {
        Money money = Money.of(ours, currency);

        assertThat(StripeMoney.amount(money)).isEqualTo(theirs);
        assertThat(StripeMoney.money(theirs, StripeMoney.currency(money))).isEqualTo(money);
    }
}
