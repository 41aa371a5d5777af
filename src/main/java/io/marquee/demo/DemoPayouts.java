package io.marquee.demo;

import io.marquee.kernel.OrganizationId;
import io.marquee.payout.PayoutAccountsOf;
import io.marquee.platform.config.Settings;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import org.springframework.stereotype.Component;

/** Opens the demo's account at Stripe, where organizers have accounts of their own there. */
@Component
class DemoPayouts {
    private static final String STRIPE = "stripe";

    private final PayoutAccountsOf accounts;
    private final Settings settings;
    private final Acting acting;

    DemoPayouts(PayoutAccountsOf accounts, Settings settings, Acting acting) {
        this.accounts = accounts;
        this.settings = settings;
        this.acting = acting;
    }

    void connect(Actor host, OrganizationId organization, String name) {
        if (settings.stripe() != null && accounts.providers().contains(STRIPE)) {
            acting.as(host, () -> accounts.open(organization, STRIPE, name, DemoHost.EMAIL, "PT"));
        }
    }
}
