package io.marquee.waitingroom;

import io.marquee.kernel.InvalidInput;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How an event's team wants its waiting room.
 *
 * @param opensAt when the places of those present are drawn; needed where it is {@link RoomMode#ON}
 * @param useMinutes how long a place may be used after it was called, 1 to 60
 * @param holdsEach for how many holds, 1 to 10
 * @param verified whether each proven email address gets one place, and nobody else any
 */
public record RoomSettings(RoomMode mode, @Nullable Instant opensAt, int useMinutes, int holdsEach, boolean verified) {
    static final RoomSettings DEFAULT = new RoomSettings(RoomMode.AUTO, null, 10, 1, false);
    private static final int MOST_MINUTES = 60;
    private static final int MOST_HOLDS = 10;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** Rooms open on the second. */
    public RoomSettings {
        opensAt = opensAt == null || !isSensible(opensAt) ? opensAt : opensAt.truncatedTo(ChronoUnit.SECONDS);
    }

    /** @throws InvalidInput at the field */
    void check() {
        if (mode == RoomMode.ON && opensAt == null) throw InvalidInput.at("opensAt", "required");
        if (opensAt != null && !isSensible(opensAt)) throw InvalidInput.at("opensAt", "date_out_of_range");
        if (useMinutes < 1 || useMinutes > MOST_MINUTES) throw InvalidInput.at("useMinutes", "use_minutes");
        if (holdsEach < 1 || holdsEach > MOST_HOLDS) throw InvalidInput.at("holdsEach", "holds_each");
    }

    private static boolean isSensible(Instant at) {
        return !at.isBefore(EARLIEST) && at.isBefore(LATEST);
    }
}
