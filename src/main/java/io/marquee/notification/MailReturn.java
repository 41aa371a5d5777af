package io.marquee.notification;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a provider or server told of a mail.
 *
 * @param mail its id, where they knew it
 * @param recipient to whom it went
 * @param detail in their words
 */
record MailReturn(@Nullable UUID mail, String recipient, Kind kind, String detail) {
    enum Kind {
        /** There is no such mailbox, and never will be. */
        BOUNCED,
        COMPLAINED,
        /** Full, busy, delivered, opened: nothing follows. */
        OTHER
    }
}
