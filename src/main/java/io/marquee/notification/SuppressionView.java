package io.marquee.notification;

import io.marquee.platform.mail.Topic;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address that is not written to.
 *
 * @param organization in whose name; null for any
 * @param topic about what; null for all that is optional
 * @param detail what the mail server or provider said
 */
public record SuppressionView(
        UUID id,
        @Nullable UUID organization,
        String email,
        @Nullable Topic topic,
        Reason reason,
        String detail,
        Instant at) {}
