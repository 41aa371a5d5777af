package io.marquee.checkin;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A scan that a gate told otherwise than the server, as the team and the gate read it.
 *
 * @param ticket null where the code named none
 * @param scans the one that was told otherwise first, then the admission that stands, where there is one
 * @param note how the organizer settled it; null while it is open
 */
public record ConflictView(
        UUID id,
        ConflictKind kind,
        @Nullable Ticket ticket,
        List<Part> scans,
        Instant raisedAt,
        @Nullable Instant settledAt,
        @Nullable String note) {

    ConflictView of(@Nullable Ticket named) {
        return new ConflictView(id, kind, named, scans, raisedAt, settledAt, note);
    }

    /** What a gate may know of a ticket. */
    public record Ticket(UUID id, String holder, String type) {}

    /**
     * One scan of it.
     *
     * @param verdict the server's
     * @param told what the gate told; null where it asked the server
     */
    public record Part(
            UUID id,
            Instant at,
            String gate,
            String device,
            Verdict verdict,
            @Nullable Verdict told,
            boolean offline) {}
}
