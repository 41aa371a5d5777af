package io.marquee.notification;

import io.marquee.platform.mail.Topic;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mail as it was queued, and how far it is. */
public record StoredMail(
        UUID id,
        String cause,
        String kind,
        Topic topic,
        @Nullable UUID organization,
        String recipient,
        String locale,
        String subject,
        String html,
        String plain,
        @Nullable UUID order,
        @Nullable UUID ticket,
        int ticketSerial,
        MailState state,
        int attempts,
        int round,
        @Nullable String lastError,
        Instant createdAt,
        @Nullable Instant sentAt) {
    boolean isDigest() {
        return kind.equals(Digests.KIND);
    }

    /** Whether it came since its recipient follows its organization, which is known to nobody but themselves. */
    boolean isForFollowers() {
        return kind.equals(FollowerLetters.KIND);
    }

    /** Whether its recipient ends letters like it by the link in it. */
    boolean canBeEnded() {
        return topic.optional() || isDigest();
    }
}
