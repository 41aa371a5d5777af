package io.marquee.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did, as it was written down.
 *
 * @param subject what kind of thing, such as {@code event} or {@code ticket_type}
 * @param action {@code made}, {@code changed}, {@code removed}, or {@code moved} from one state to another
 * @param actorKind as {@link io.marquee.platform.tenancy.Actor#kind()}
 * @param address of the network; null where no request was behind it, or it was erased
 * @param request the id that the log bears
 */
public record TrailEntry(
        UUID id,
        @Nullable UUID organization,
        @Nullable UUID event,
        String subject,
        UUID subjectId,
        String action,
        Instant at,
        String actorKind,
        @Nullable UUID actorId,
        @Nullable String address,
        @Nullable String request,
        @Nullable String reason,
        List<Change> changes) {

    /**
     * @param field the column's name
     * @param before as JSON writes it, texts without quotes; null for nothing
     * @param erased whether it was somebody's own, and is no longer kept
     */
    public record Change(
            String field, @Nullable String before, @Nullable String after, boolean erased) {}
}
