package io.marquee.ticketing.transfer;

import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.Cursors;
import io.marquee.kernel.EventId;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.Slice;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.ticketing.TicketId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What others may read of transfers, as the actor's rows allow: the parties see theirs, the team all of its event. */
@Component
@Transactional(readOnly = true)
public class TransferReads {
    private final TransferRows rows;
    private final Access access;

    TransferReads(TransferRows rows, Access access) {
        this.rows = rows;
        this.access = access;
    }

    /** @throws NotFound */
    public TransferView byId(TransferId id) {
        TransferView transfer = rows.byId(id);
        if (transfer == null) throw new NotFound("transfer");
        return transfer;
    }

    /** For its parties, or for those of the event's team who may see its guests. @throws io.marquee.kernel.Refusal */
    public TransferView shown(TransferId id) {
        TransferView transfer = byId(id);
        if (!isRecipient(transfer) && !isSender(transfer)) {
            access.require(Permission.SEE_GUESTS, transfer.organization(), transfer.event());
        }
        return transfer;
    }

    /** Newest first. */
    public List<TransferView> ofTicket(TicketId ticket) {
        return rows.ofTickets(List.of(ticket));
    }

    /** Newest first. */
    public List<TransferView> ofTickets(List<TicketId> tickets) {
        return tickets.isEmpty() ? List.of() : rows.ofTickets(tickets);
    }

    /** Newest first. @throws InvalidInput on a cursor that is not ours */
    public Slice<TransferView> ofEvent(EventId event, @Nullable String cursor, int limit) {
        return Slice.of(
                rows.ofEvent(event, Cursors.id(cursor), limit + 1),
                limit,
                transfer -> transfer.id().toString());
    }

    /** Whether it comes to whoever acts: by its own token, or by the verified address it was sent to. */
    public static boolean isRecipient(TransferView transfer) {
        return switch (Acting.current()) {
            case Actor.Capability c -> c.hold().equals(transfer.id().value());
            case Actor.Person p -> transfer.toEmail().equals(p.verifiedEmail());
            case Actor.Device d -> false;
            case Actor.System s -> false;
            case Actor.Anonymous a -> false;
            case Actor.Nobody n -> false;
        };
    }

    private static boolean isSender(TransferView transfer) {
        return switch (Acting.current()) {
            case Actor.Capability c -> c.hold().equals(transfer.giver());
            case Actor.Person p -> transfer.fromEmail().equals(p.verifiedEmail());
            case Actor.Device d -> false;
            case Actor.System s -> false;
            case Actor.Anonymous a -> false;
            case Actor.Nobody n -> false;
        };
    }
}
