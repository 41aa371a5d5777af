package io.marquee.ticketing.transfer;

import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.Handover;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketView;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who holds a ticket, as its team decides it; and the mail with one ticket once more. */
@Component
public class Holders {
    private final TransferRows rows;
    private final TransferMoves moves;
    private final TicketReads tickets;
    private final Handover handover;
    private final Access access;
    private final Acting acting;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Holders(
            TransferRows rows,
            TransferMoves moves,
            TicketReads tickets,
            Handover handover,
            Access access,
            Acting acting,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.moves = moves;
        this.tickets = tickets;
        this.handover = handover;
        this.access = access;
        this.acting = acting;
        this.events = events;
        this.clock = clock;
    }

    /**
     * By the team, whatever the rule for transfers says: the ticket is another person's, and its old codes are dead. An offer
     * that was under way is over.
     *
     * @throws io.marquee.kernel.InvalidInput
     * @throws TransferRefused once the ticket is used or has ended
     */
    @Transactional
    public TransferView reassign(TicketId id, String name, String email, Locale locale) {
        TicketView seen = seen(id);
        access.require(Permission.REFUND, seen.organization(), seen.event());
        Handover.Holder holder = Handover.Holder.of(name, email);
        return acting.asSystem(seen.organization(), () -> {
            TicketView ticket = handover.locked(id);
            if (!ticket.open()) throw new TransferRefused.NotTransferable(ticket.state());
            TransferView open = rows.openOf(id);
            if (open != null) moves.decide(open, TransferState.LAPSED);
            Instant now = clock.instant();
            TransferView made = moves.made(
                    new TransferView(
                            TransferId.next(),
                            id,
                            ticket.event(),
                            ticket.organization(),
                            true,
                            TransferState.ACCEPTED,
                            ticket.ticketTypeName(),
                            ticket.serial(),
                            ticket.capability(),
                            ticket.holderName(),
                            ticket.holderEmail(),
                            holder.name(),
                            holder.email(),
                            locale.toLanguageTag(),
                            null,
                            now,
                            now,
                            now),
                    ticket);
            handover.handOver(ticket, made.id().value(), holder);
            return made;
        });
    }

    /**
     * By the holder, the buyer of a ticket that was not passed on, or the team; at most once a minute.
     *
     * @throws TransferRefused once the ticket is used or has ended, or where there is nowhere to send it
     */
    @Transactional
    public void resend(TicketId id, Locale locale) {
        TicketView ticket = seen(id);
        if (!ticket.isHeldByActor()) access.require(Permission.HANDLE_ORDERS, ticket.organization(), ticket.event());
        if (!ticket.open()) throw new TransferRefused.NotTransferable(ticket.state());
        if (EmailAddress.shown(ticket.holderEmail()).isEmpty()) throw new TransferRefused.NoAddress();
        String cause = "ticket:" + id + ":" + clock.instant().truncatedTo(ChronoUnit.MINUTES);
        events.publishEvent(new TicketMailAsked(id, ticket.organization(), locale.toLanguageTag(), cause));
    }

    private TicketView seen(TicketId id) {
        TicketView ticket = tickets.byId(id);
        if (ticket == null) throw new NotFound("ticket");
        return ticket;
    }
}
