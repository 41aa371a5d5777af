package io.marquee.payment;

import static org.awaitility.Awaitility.await;

import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has a provider's books compared with ours at once, up to this very moment. */
@Component
public class ReconciliationFixture {
    private final ReconciliationRuns runs;
    private final Inquiry inquiry;
    private final Attempts attempts;
    private final Acting acting;
    private final Clock clock;

    ReconciliationFixture(ReconciliationRuns runs, Inquiry inquiry, Attempts attempts, Acting acting, Clock clock) {
        this.runs = runs;
        this.inquiry = inquiry;
        this.attempts = attempts;
        this.acting = acting;
        this.clock = clock;
    }

    public ReconciliationView reconcile(String provider) {
        return reconcile(provider, null);
    }

    /** @param account whose books, null for the operator's */
    public ReconciliationView reconcile(String provider, @Nullable String account) {
        UUID id = acting.asPlatform(() -> runs.request(
                provider,
                account,
                "by_hand",
                clock.instant().minus(Duration.ofMinutes(20)),
                clock.instant().plusSeconds(1)));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !List.of("waiting", "running").contains(run(id).state()));
        return run(id);
    }

    /** Asks the provider how a payment stands, and follows what it says. */
    public void look(PaymentId payment) {
        inquiry.about(acting.asPlatform(() -> attempts.byId(payment)));
    }

    private ReconciliationView run(UUID id) {
        return acting.asPlatform(() -> runs.byId(id));
    }
}
