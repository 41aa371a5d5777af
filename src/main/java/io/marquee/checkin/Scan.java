package io.marquee.checkin;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a gate read.
 *
 * @param code the text of a QR, or a short code as typed
 * @param gate where, in the organizer's words
 * @param device which, in the device's words; an enrolled one has its own
 * @param dryRun whether only to look: nothing is consumed and nothing is written
 * @param nonce the scanner's name for this scan: the same again is the same scan; null for one that is never repeated
 * @param list which check-in list; null for the one that the gate means
 */
public record Scan(
        String code,
        String gate,
        String device,
        boolean dryRun,
        @Nullable UUID nonce,
        Direction direction,
        @Nullable UUID list) {

    /** Somebody comes in, by the gate's list. */
    public Scan(String code, String gate, String device, boolean dryRun) {
        this(code, gate, device, dryRun, null, Direction.IN, null);
    }
}
