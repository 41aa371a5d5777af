package io.marquee.event;

import io.marquee.kernel.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/** Where a list goes on: after the event that starts then and has this id. */
record ListingCursor(Instant startsAt, UUID event) {

    static String of(EventView event) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, event.startsAt());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((micros + " " + event.id()).getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws InvalidInput for a text that is no cursor of ours */
    static ListingCursor parse(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split(" ", 2);
            Instant startsAt = Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS);
            if (startsAt.isAfter(Instant.parse("9999-01-01T00:00:00Z")) || startsAt.isBefore(Instant.EPOCH)) {
                throw new IllegalArgumentException("no time that an event may have");
            }
            return new ListingCursor(startsAt, UUID.fromString(parts[1]));
        } catch (RuntimeException e) {
            throw InvalidInput.at("cursor", "cursor");
        }
    }
}
