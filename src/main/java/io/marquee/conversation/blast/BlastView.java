package io.marquee.conversation.blast;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.platform.mail.Circulation.Reach;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A blast.
 *
 * @param by who wrote it; null where a program did
 * @param reached the last guest whose copy was handed over, in the order of their ids
 * @param guests how many of the segment had their turn
 * @param handed what became of them
 */
public record BlastView(
        BlastId id,
        EventId event,
        OrganizationId organization,
        BlastState state,
        BlastDraft draft,
        @Nullable PersonId by,
        Instant createdAt,
        Instant sendAt,
        @Nullable Instant doneAt,
        @Nullable UUID reached,
        int guests,
        Reach handed) {}
