package io.marquee.checkin.api;

import io.marquee.checkin.device.DeviceScope;
import io.marquee.checkin.device.DeviceState;
import io.marquee.checkin.device.DeviceView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device.
 *
 * @param gates where it may scan; empty for everywhere
 * @param ticketTypes that it may let in; empty for all
 * @param scopes what it may do beside scanning
 */
record DeviceAnswer(
        UUID id,
        String name,
        List<String> gates,
        List<UUID> ticketTypes,
        List<DeviceScope> scopes,
        DeviceState state,
        Instant expiresAt,
        @Nullable Instant enrolledAt,
        @Nullable Instant lastSeenAt) {

    static DeviceAnswer of(DeviceView device) {
        return new DeviceAnswer(
                device.id(),
                device.name(),
                device.gates(),
                device.ticketTypes(),
                device.scopes(),
                device.state(),
                device.expiresAt(),
                device.enrolledAt(),
                device.lastSeenAt());
    }
}
