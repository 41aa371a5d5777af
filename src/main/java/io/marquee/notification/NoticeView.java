package io.marquee.notification;

import io.marquee.platform.mail.Topic;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person is told.
 *
 * @param link a path of ours where it goes on
 */
public record NoticeView(
        UUID id,
        Topic topic,
        String kind,
        String subject,
        @Nullable String link,
        Instant at,
        @Nullable Instant readAt) {}
