package io.marquee.ticketing.transfer;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.ticketing.TicketId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket's way to one person.
 *
 * @param reassigned by the team, without being asked
 * @param serial of the code that ends with it
 * @param giver whose token was the ticket's: a hold, or the transfer before
 * @param toName as the new holder said it; null until then
 * @param locale of the giver
 * @param toLocale of the new holder; null until they accept
 */
public record TransferView(
        TransferId id,
        TicketId ticket,
        EventId event,
        OrganizationId organization,
        boolean reassigned,
        TransferState state,
        String ticketTypeName,
        int serial,
        UUID giver,
        String fromName,
        String fromEmail,
        @Nullable String toName,
        String toEmail,
        String locale,
        @Nullable String toLocale,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant decidedAt) {

    /** Whether its recipient can still say yes or no. */
    public boolean open(Instant now) {
        return state == TransferState.OFFERED && now.isBefore(expiresAt);
    }
}
