package io.marquee.checkin.device;

import io.marquee.kernel.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the organizer says of a device.
 *
 * @param gates empty for everywhere
 * @param ticketTypes empty for all
 * @param expiresAt null: two days after the event
 * @param scopes what it may do beside scanning
 */
public record DeviceDetails(
        String name,
        List<String> gates,
        List<UUID> ticketTypes,
        @Nullable Instant expiresAt,
        List<DeviceScope> scopes) {
    private static final int LONGEST = 60;
    private static final int MOST_GATES = 20;
    private static final Duration LATEST = Duration.ofDays(400);

    public DeviceDetails {
        name = name.strip();
        gates = gates.stream()
                .map(String::strip)
                .filter(gate -> !gate.isEmpty())
                .distinct()
                .toList();
        ticketTypes = ticketTypes.stream().distinct().toList();
        scopes = scopes.stream().distinct().sorted().toList();
    }

    /** One that only scans. */
    public DeviceDetails(String name, List<String> gates, List<UUID> ticketTypes, @Nullable Instant expiresAt) {
        this(name, gates, ticketTypes, expiresAt, List.of());
    }

    void check(Collection<UUID> types, Instant now) {
        InvalidInput.gather()
                .check(!name.isEmpty(), "name", "required")
                .check(fits(name), "name", "length")
                .check(gates.size() <= MOST_GATES && gates.stream().allMatch(DeviceDetails::fits), "gates", "length")
                .check(types.containsAll(ticketTypes), "ticketTypes", "value")
                .check(
                        expiresAt == null || expiresAt.isAfter(now) && expiresAt.isBefore(now.plus(LATEST)),
                        "expiresAt",
                        "device_expiry")
                .orThrow();
    }

    private static boolean fits(String words) {
        return words.length() <= LONGEST && words.chars().noneMatch(Character::isISOControl);
    }
}
