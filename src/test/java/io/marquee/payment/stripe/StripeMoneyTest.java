package io.marquee.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.kernel.Money;
import io.marquee.payment.provider.ProviderDenied;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeMoneyTest {
    /** Stripe counts some currencies otherwise than ISO 4217 does. */
    @ParameterizedTest
    @CsvSource({
        "EUR, 1234, 1234",
        "JPY, 500, 500",
        "KWD, 12340, 12340",
        "ISK, 700, 70000",
        "UGX, 9000, 900000",
        "MGA, 1200, 12",
        "HUF, 1045, 1045"
    })
    void every_currency_is_counted_as_stripe_counts_it(String currency, long ours, long theirs) {
        Money money = Money.of(ours, currency);

        assertThat(StripeMoney.amount(money)).isEqualTo(theirs);
        assertThat(StripeMoney.money(theirs, StripeMoney.currency(money))).isEqualTo(money);
    }

    @ParameterizedTest
    @CsvSource({"KWD, 5124", "BHD, 1", "JOD, 11", "OMR, 9", "TND, 101", "MGA, 1234"})
    void what_stripe_cannot_count_is_never_sent_as_something_else(String currency, long ours) {
        assertThatThrownBy(() -> StripeMoney.amount(Money.of(ours, currency)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_we_cannot_count_is_never_taken_for_something_else() {
        assertThatThrownBy(() -> StripeMoney.money(70_050, "isk")).isInstanceOf(ProviderDenied.class);
    }

    @Test
    void a_part_of_a_unit_that_stripe_keeps_is_one() {
        assertThat(StripeMoney.fee(1234, "isk")).isEqualTo(Money.of(13, "ISK"));
        assertThat(StripeMoney.nearly(-1234, "isk")).isEqualTo(Money.of(-12, "ISK"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF"
            })
    void whole_currencies_are_counted_alike(String currency) {
        assertThat(StripeMoney.amount(Money.of(1, currency))).isOne();
    }

    @Test
    void some_go_to_banks_in_whole_units_only() {
        assertThat(StripeMoney.step(Currency.getInstance("HUF"))).isOne();
        assertThat(StripeMoney.payoutStep(Currency.getInstance("HUF"))).isEqualTo(100);
        assertThat(StripeMoney.payoutStep(Currency.getInstance("TWD"))).isEqualTo(100);
        assertThat(StripeMoney.payoutStep(Currency.getInstance("KWD"))).isEqualTo(10);
        assertThat(StripeMoney.payoutStep(Currency.getInstance("MGA"))).isEqualTo(100);
    }
}
