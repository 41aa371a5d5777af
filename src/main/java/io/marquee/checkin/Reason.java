package io.marquee.checkin;

import io.marquee.ticketing.MovingRule.Flaw;
import org.jspecify.annotations.Nullable;

/** Why a genuine code lets nobody in, where the verdict alone would mislead. */
public enum Reason {
    /** Not the code of that moment: a picture of it, or a clock that is wrong. */
    STALE_CODE,
    /** One that doesn't move, where only those that move count. */
    STATIC_CODE,
    /** The list was not open. */
    LIST_CLOSED,
    /** As many were inside as the list has places. */
    ROOM_FULL;

    static @Nullable Reason of(@Nullable Flaw flaw) {
        return switch (flaw) {
            case null -> null;
            case STALE_CODE -> STALE_CODE;
            case STATIC_CODE -> STATIC_CODE;
        };
    }
}
