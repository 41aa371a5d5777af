package io.marquee.waitingroom.web;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Wire;
import io.marquee.waitingroom.RoomMode;
import io.marquee.waitingroom.RoomSettings;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a person typed about a waiting room, as they typed it. The time is the event's. */
public record RoomForm(String mode, String opensAt, String useMinutes, String holdsEach, boolean verified) {

    static RoomForm of(Map<String, String> fields) {
        return new RoomForm(
                fields.getOrDefault("mode", ""),
                fields.getOrDefault("opensAt", "").strip(),
                fields.getOrDefault("useMinutes", "").strip(),
                fields.getOrDefault("holdsEach", "").strip(),
                fields.containsKey("verified"));
    }

    static RoomForm of(RoomSettings settings, ZoneId zone) {
        Instant opensAt = settings.opensAt();
        return new RoomForm(
                Wire.name(settings.mode()),
                opensAt == null ? "" : LocalDateTime.ofInstant(opensAt, zone).toString(),
                String.valueOf(settings.useMinutes()),
                String.valueOf(settings.holdsEach()),
                settings.verified());
    }

    /** @throws InvalidInput where something typed is no number or time at all */
    RoomSettings settings(ZoneId zone) {
        return new RoomSettings(
                chosen(), instant(zone), number("useMinutes", useMinutes), number("holdsEach", holdsEach), verified);
    }

    private RoomMode chosen() {
        for (RoomMode known : RoomMode.values()) {
            if (Wire.name(known).equals(mode)) return known;
        }
        throw InvalidInput.at("mode", "required");
    }

    private @Nullable Instant instant(ZoneId zone) {
        try {
            return opensAt.isEmpty()
                    ? null
                    : LocalDateTime.parse(opensAt).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw InvalidInput.at("opensAt", "date_time");
        }
    }

    private static int number(String field, String typed) {
        try {
            return Integer.parseInt(typed);
        } catch (NumberFormatException e) {
            throw InvalidInput.at(field, "whole_number");
        }
    }
}
