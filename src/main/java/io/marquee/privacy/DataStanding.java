package io.marquee.privacy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked for.
 *
 * @param exports that are still there, newest first
 * @param erasedAt when they are erased; null where they did not ask for it
 */
public record DataStanding(List<Export> exports, @Nullable Instant erasedAt) {

    /** @param state {@code preparing} or {@code ready} */
    public record Export(UUID id, String state, Instant createdAt, Instant expiresAt) {}
}
