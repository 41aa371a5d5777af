package io.marquee.integration.webhook;

import io.marquee.kernel.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an organization wants to hear of what happens.
 *
 * @param failingSince since when nothing was delivered; null while all is well
 * @param disabledAt when we gave up
 */
public record EndpointView(
        UUID id,
        OrganizationId organization,
        String url,
        List<HappeningType> types,
        Instant createdAt,
        @Nullable Instant failingSince,
        @Nullable Instant disabledAt) {}
