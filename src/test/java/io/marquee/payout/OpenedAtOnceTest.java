package io.marquee.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.payment.provider.AccountFact;
import io.marquee.payout.AccountRows.Opening;
import io.marquee.platform.tenancy.Acting;
import io.marquee.testing.PaymentTest;
import io.marquee.testing.PayoutFixture;
import io.marquee.testing.PayoutFixture.Owned;
import io.marquee.testing.Rush;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two owners open the account at the same moment. */
@PaymentTest
class OpenedAtOnceTest {
    private static final List<String> COUNTRIES = List.of("PT", "DE", "FR", "SE");

    @Autowired
    private PayoutFixture fixture;

    @Autowired
    private PayoutAccountsOf accounts;

    @Autowired
    private AccountRows rows;

    @Autowired
    private Acting acting;

    @Test
    void in_two_countries_one_wins_and_the_other_is_told() {
        Owned owned = fixture.organization();
        Opening first = opening(owned, "PT");
        Opening second = opening(owned, "DE");
        told(owned, first, account("acct_" + owned.id() + "_pt", "PT"));

        assertThatThrownBy(() -> told(owned, second, account("acct_" + owned.id() + "_de", "DE")))
                .isInstanceOf(PayoutRefused.OpenedMeanwhile.class);

        PayoutAccountView kept =
                fixture.as(owned, () -> accounts.accounts(owned.id())).getFirst();
        assertThat(kept.account()).endsWith("_pt");
        assertThat(kept.country()).isEqualTo("PT");
    }

    @Test
    void everybody_hears_of_the_one_that_was_opened_or_that_it_was() throws InterruptedException {
        Owned owned = fixture.organization();

        List<Object> outcomes = Rush.of(
                4,
                i -> () -> fixture.as(
                        owned,
                        () -> accounts.open(
                                owned.id(), "sandbox", "Harbour Nights", "mara@example.org", COUNTRIES.get(i))));

        PayoutAccountView kept =
                fixture.as(owned, () -> accounts.accounts(owned.id())).getFirst();
        assertThat(outcomes).allSatisfy(outcome -> {
            if (outcome instanceof PayoutAccountView opened)
                assertThat(opened.account()).isEqualTo(kept.account());
            else assertThat(outcome).isInstanceOf(PayoutRefused.OpenedMeanwhile.class);
        });
        assertThat(Rush.only(outcomes, PayoutAccountView.class)).isNotEmpty();
    }

    private Opening opening(Owned owned, String country) {
        return acting.asSystem(owned.id(), () -> rows.open(owned.id(), "sandbox", country));
    }

    private void told(Owned owned, Opening opening, AccountFact fact) {
        acting.asSystem(owned.id(), () -> rows.told(opening.account(), fact));
    }

    private static AccountFact account(String ref, String country) {
        return new AccountFact(
                ref.toLowerCase(Locale.ROOT), country, null, false, false, false, List.of(), null, null, null);
    }
}
