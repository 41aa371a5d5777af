package io.marquee.checkin;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One scan, as the event's team reads it.
 *
 * @param ticket null where the code named none
 * @param operator the person who was signed in
 */
public record CheckInView(
        UUID id,
        @Nullable UUID ticket,
        Verdict verdict,
        String gate,
        String device,
        @Nullable UUID operator,
        Instant at) {}
