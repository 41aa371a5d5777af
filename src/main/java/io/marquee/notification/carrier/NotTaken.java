package io.marquee.notification.carrier;

import org.jspecify.annotations.Nullable;

/** Nobody took the mail. Unless there is {@linkplain #noMailbox() no such mailbox}, it may be tried again. */
public final class NotTaken extends Exception {
    private final @Nullable String noMailbox;

    private NotTaken(String message, @Nullable Throwable cause, @Nullable String noMailbox) {
        super(message, cause);
        this.noMailbox = noMailbox;
    }

    static NotTaken because(String message, @Nullable Throwable cause) {
        return new NotTaken(message, cause, null);
    }

    static NotTaken noMailbox(String said) {
        return new NotTaken(said, null, said);
    }

    /** What they said who know that the address will never take mail; null where they did not. */
    public @Nullable String noMailbox() {
        return noMailbox;
    }
}
