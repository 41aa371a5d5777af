package io.marquee.payment;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Says of each provider on offer whether this node reaches it. One that does not answer is no reason to send nobody to this
 * node, so it never makes the whole unwell.
 */
@Component("paymentProviders")
class ProvidersHealth implements HealthIndicator {
    private final Providers providers;
    private final ProviderLines lines;

    ProvidersHealth(Providers providers, ProviderLines lines) {
        this.providers = providers;
        this.lines = lines;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        providers.offered().forEach(name -> health.withDetail(name, word(lines.to(name))));
        return health.build();
    }

    private static String word(ProviderLine line) {
        return switch (line.breaker().getState()) {
            case OPEN, FORCED_OPEN -> "down";
            case HALF_OPEN -> "trying";
            case CLOSED, DISABLED, METRICS_ONLY -> "up";
        };
    }
}
