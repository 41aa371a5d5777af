package io.marquee.ticketing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether an event's codes move, and what becomes of those that don't: paper, mail, wallets. */
public enum MovingRule {
    OFF,
    PREFERRED,
    REQUIRED;

    /** Why a genuine code does not count here and now. */
    public enum Flaw {
        /** Not the one of this moment: a picture of it, or a clock that is wrong. */
        STALE_CODE,
        /** One that doesn't move, where only those that move count. */
        STATIC_CODE
    }

    /**
     * @param shownAt when a moving code began to be shown; null for one that doesn't move
     * @return null where it counts
     */
    public @Nullable Flaw flaw(@Nullable Instant shownAt, Instant now) {
        if (this == OFF) return null;
        if (shownAt == null) return this == REQUIRED ? Flaw.STATIC_CODE : null;
        return MovingCodes.isFresh(shownAt, now) ? null : Flaw.STALE_CODE;
    }
}
