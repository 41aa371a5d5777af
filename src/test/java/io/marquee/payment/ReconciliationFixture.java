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
    private final Acting acting;
    private final Clock clock;

    ReconciliationFixture(ReconciliationRuns runs, Acting acting, Clock clock) {
        this.runs = runs;
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

    private ReconciliationView run(UUID id) {
        return acting.asPlatform(() -> runs.byId(id));
    }
}
