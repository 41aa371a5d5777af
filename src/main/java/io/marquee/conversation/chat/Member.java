package io.marquee.conversation.chat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has said something in a room.
 *
 * @param person whose account it is; null for guests without one
 * @param guest null for the team
 * @param handle what mentions them, after an @
 */
public record Member(
        UUID id,
        @Nullable UUID person,
        @Nullable UUID guest,
        String name,
        String handle,
        boolean team,
        boolean muted) {}
