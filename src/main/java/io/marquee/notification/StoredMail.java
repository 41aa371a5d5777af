package io.marquee.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mail as it was queued, and how far it is. */
public record StoredMail(
        UUID id,
        String kind,
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
        @Nullable String lastError,
        Instant createdAt,
        @Nullable Instant sentAt) {}
