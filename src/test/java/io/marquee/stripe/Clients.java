package io.marquee.stripe;

import com.stripe.StripeClient;

/** Stripe's own library, led to a fake. */
final class Clients {
    private Clients() {}

    static StripeClient of(FakeStripe fake) {
        return StripeClient.builder()
                .setApiKey(FakeStripe.SECRET_KEY)
                .setApiBase(fake.url())
                .setFilesBase(fake.url())
                .setConnectBase(fake.url())
                .setMaxNetworkRetries(0)
                .build();
    }
}
