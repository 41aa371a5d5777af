package io.marquee.integration.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message to one endpoint.
 *
 * @param body as it is sent
 * @param dueAt when it is tried next, while it waits
 * @param status of the last answer; null where there was none
 * @param answer its first letters, or why there was none
 */
public record DeliveryView(
        UUID id,
        UUID endpoint,
        HappeningType type,
        String body,
        DeliveryState state,
        int attempts,
        Instant createdAt,
        Instant dueAt,
        @Nullable Instant triedAt,
        @Nullable Integer status,
        @Nullable String answer) {}
