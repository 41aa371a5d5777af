package io.marquee.checkin;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One scan, as the event's team reads it.
 *
 * @param ticket null where the code named none
 * @param reason why, where the verdict alone would mislead
 * @param operator the person who was signed in
 * @param offline whether the gate decided by itself, and then told this
 * @param admission into the event itself; else into a room of it, or something handed out
 * @param undo where an admission was taken back; null otherwise
 */
public record CheckInView(
        UUID id,
        @Nullable UUID ticket,
        Verdict verdict,
        @Nullable Reason reason,
        String gate,
        String device,
        @Nullable UUID operator,
        Instant at,
        Direction direction,
        boolean offline,
        @Nullable Verdict told,
        boolean admission,
        @Nullable Undo undo) {

    /** @param by the person who was signed in */
    public record Undo(Instant at, @Nullable UUID by, String reason) {}
}
