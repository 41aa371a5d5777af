package io.marquee.checkin.device;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A scanner of one event.
 *
 * @param gates where it may scan; empty for everywhere
 * @param ticketTypes that it may let in; empty for all
 * @param scopes what it may do beside scanning
 * @param lastSeenAt when it last asked for anything, to the half minute
 */
public record DeviceView(
        UUID id,
        EventId event,
        OrganizationId organization,
        String name,
        List<String> gates,
        List<UUID> ticketTypes,
        List<DeviceScope> scopes,
        DeviceState state,
        Instant expiresAt,
        @Nullable Instant enrolledAt,
        @Nullable Instant lastSeenAt) {

    /** Whether it may do anything now. */
    public boolean isGood(Instant now) {
        return state == DeviceState.ENROLLED && now.isBefore(expiresAt);
    }

    /** Whether what it did then counts. */
    public boolean wasGood(Instant then) {
        return state != DeviceState.REVOKED && then.isBefore(expiresAt);
    }

    public boolean scansAt(String gate) {
        return gates.isEmpty() || gates.stream().anyMatch(own -> own.equalsIgnoreCase(gate.strip()));
    }

    public boolean letsIn(UUID ticketType) {
        return ticketTypes.isEmpty() || ticketTypes.contains(ticketType);
    }
}
