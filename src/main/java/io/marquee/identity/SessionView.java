package io.marquee.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One place where a person is signed in.
 *
 * @param current whether it is the one that asks
 */
public record SessionView(
        UUID id,
        SessionKind kind,
        Instant createdAt,
        Instant lastSeenAt,
        Instant expiresAt,
        @Nullable String address,
        @Nullable String userAgent,
        boolean current) {}
