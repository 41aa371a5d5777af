package io.marquee.conversation.chat;

/** Whether people may write in a room. */
public enum RoomPhase {
    /** There is none. */
    OFF,
    /** It opens later. */
    EARLY,
    OPEN,
    /** It can only be read. */
    OVER
}
