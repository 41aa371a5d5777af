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
 * @param inTheWay why not yet, where it was due already
 */
public record DataStanding(
        List<Export> exports,
        @Nullable Instant erasedAt,
        @Nullable InTheWay inTheWay) {

    /**
     * @param code of the refusal
     * @param names of what stands in the way
     */
    public record InTheWay(String code, String names) {}

    /** @param state {@code preparing} or {@code ready} */
    public record Export(UUID id, String state, Instant createdAt, Instant expiresAt) {}
}
