package io.marquee.conversation.blast;

import io.marquee.kernel.Transitions;

/** How far a blast is. */
public enum BlastState {
    SCHEDULED,
    SENDING,
    SENT,
    CANCELLED;

    /** What has begun can't be taken back. */
    static final Transitions<BlastState> MOVES = Transitions.of(BlastState.class)
            .allow(SCHEDULED, SENDING, CANCELLED)
            .allow(SENDING, SENT);
}
