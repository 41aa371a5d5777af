package io.marquee.testing;

import io.marquee.stripe.FakeStripe;
import io.marquee.stripe.TestCard;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What people do at Stripe; for tests that ask for {@link FakeStripe#SETTING}. */
@Component
public class StripeFixture {
    private final ObjectProvider<FakeStripe> fake;

    StripeFixture(ObjectProvider<FakeStripe> fake) {
        this.fake = fake;
    }

    public FakeStripe fake() {
        return Objects.requireNonNull(fake.getIfAvailable(), "the test does not ask for " + FakeStripe.SETTING);
    }

    /** All is well, webhooks come at once, and nothing waits. */
    public void calm() {
        fake().faults().off();
        fake().webhooks().lose();
        fake().webhooks().release();
        fake().timeTaken(java.time.Duration.ofMillis(100));
    }

    /** Somebody was sent to this page of Stripe's, and pays there. */
    public void payOn(String page, TestCard card) {
        fake().pay(last(page), card);
    }

    /** Somebody pays in the part of our page that Stripe's script draws. */
    public void payWithin(String clientSecret, TestCard card) {
        fake().confirm(clientSecret.substring(0, clientSecret.indexOf("_secret_")), card);
    }

    private static String last(String page) {
        List<String> steps = List.of(URI.create(page).getPath().split("/"));
        return steps.getLast();
    }
}
