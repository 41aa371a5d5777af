package io.marquee.payout;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.event.EventView;
import io.marquee.stripe.FakeStripe;
import io.marquee.testing.MarqueeTest;
import io.marquee.testing.PaymentTest;
import io.marquee.testing.PayoutFixture;
import io.marquee.testing.PayoutFixture.Owned;
import io.marquee.testing.StripeFixture;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Where Stripe is the only way to pay, and each organizer needs an account of their own there. */
@MarqueeTest(settings = {FakeStripe.SETTING, "MARQUEE_STRIPE_CONNECT=direct", "MARQUEE_SANDBOX=off"})
@PaymentTest
class NobodyCanPayYetTest {
    @Autowired
    private PayoutFixture fixture;

    @Autowired
    private PayoutAccountsOf accounts;

    @Autowired
    private StripeFixture stripe;

    @Test
    void an_organizer_reads_before_publishing_that_nobody_can_pay_them_until_their_account_takes_money() {
        Owned owned = fixture.organization();
        EventView event = fixture.draft(owned);
        String review = "/manage/events/" + event.slug() + "/review";
        assertThat(fixture.browserOf(owned).get(review).body()).contains("Nobody can pay you yet");

        stripe.fake()
                .onboard(Objects.requireNonNull(fixture.open(owned, "stripe").account()));
        fixture.as(owned, () -> accounts.account(owned.id(), "stripe"));

        assertThat(fixture.browserOf(owned).get(review).body()).doesNotContain("Nobody can pay you yet");
    }
}
