package io.marquee.payment;

import io.marquee.payment.provider.Capability;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A provider as the administrator sees it.
 *
 * @param offered whether new payments may be started through it
 * @param state whether it answers, as far as any node has seen
 * @param since when it came into this state; null where it was never seen in another
 * @param lastError what went wrong the last time; null where nothing ever did
 * @param accounts of organizations at it
 */
public record ProviderView(
        String name,
        boolean offered,
        Set<Capability> capabilities,
        ProviderState state,
        @Nullable Instant since,
        @Nullable String lastError,
        @Nullable Instant failedAt,
        int accounts) {}
