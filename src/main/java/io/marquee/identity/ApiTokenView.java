package io.marquee.identity;

import io.marquee.platform.api.ApiScope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token that a person gave to a program, without its secret.
 *
 * @param expiresAt null where it is good until it is revoked
 * @param lastUsedAt to the minute; null for one that nobody used yet
 * @param lastUsedFrom the network address of that use
 */
public record ApiTokenView(
        UUID id,
        String name,
        List<ApiScope> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable String lastUsedFrom) {}
