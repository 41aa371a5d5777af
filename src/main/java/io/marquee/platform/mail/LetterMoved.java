package io.marquee.platform.mail;

import io.marquee.kernel.OrganizationId;
import java.time.Instant;

/** An {@link OptionalLetter} fared on, in the transaction that notes it. It may be told twice. */
public record LetterMoved(String cause, String kind, OrganizationId organization, Move move, Instant at) {
    public enum Move {
        SENT,
        /** Where that may be known: its organization wanted it, and the recipient did not refuse. */
        OPENED,
        /** The same: they followed its button. */
        CLICKED,
        /** Nobody took it after the last try. */
        FAILED,
        /** The address takes no mail. */
        BOUNCED,
        /** The recipient called it spam. */
        COMPLAINED,
        /** The recipient asked for no more of it. */
        UNSUBSCRIBED
    }
}
