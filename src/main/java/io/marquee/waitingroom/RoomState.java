package io.marquee.waitingroom;

import io.marquee.kernel.Transitions;

/** Where a waiting room is. */
public enum RoomState {
    /** Nobody waits: whoever comes goes on to the stock. */
    CLOSED,
    /** Before the opening: nobody goes on, and it does not matter who comes first. */
    GATHERING,
    /** Places are called, those drawn at the opening first. */
    ADMITTING;

    /** The only moves there are. */
    public static final Transitions<RoomState> MOVES = Transitions.of(RoomState.class)
            .allow(CLOSED, GATHERING, ADMITTING)
            .allow(GATHERING, ADMITTING, CLOSED)
            .allow(ADMITTING, CLOSED);
}
