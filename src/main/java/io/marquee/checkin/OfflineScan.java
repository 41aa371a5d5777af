package io.marquee.checkin;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A scan that a gate decided by itself: history, which is accepted whatever it says.
 *
 * @param scan with its nonce
 * @param at when it was, set right by the offset of the device's clock
 * @param localAt when it was by that clock
 * @param told what the gate told
 * @param madeBy the paired device that made it and handed it on; null for the one that uploads it
 */
public record OfflineScan(
        Scan scan,
        Instant at,
        Instant localAt,
        Verdict told,
        @Nullable UUID madeBy) {}
