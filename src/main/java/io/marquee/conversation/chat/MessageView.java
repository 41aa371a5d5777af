package io.marquee.conversation.chat;

import java.time.Instant;
import java.util.UUID;

/**
 * A message in a room.
 *
 * @param body empty once it was deleted
 * @param change the room's count when it was posted or last changed
 */
public record MessageView(UUID id, Member by, String body, Instant at, long change, boolean pinned, boolean deleted) {}
