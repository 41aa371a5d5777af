package io.marquee.ticketing.transfer;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.ticketing.Handover;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passing a ticket on, by those who hold it and those it is offered to. The ticket's row is locked before its transfer's: an
 * acceptance, a scan and a refund of one ticket come one after the other, and the first wins.
 */
@Component
public class Transfers {
    static final Duration LENGTH = Duration.ofDays(7);
    private static final int MOST_A_DAY = 5;

    private final TransferRows rows;
    private final TransferMoves moves;
    private final TransferRules rules;
    private final TicketReads tickets;
    private final Handover handover;
    private final EventReads events;
    private final Acting acting;
    private final Clock clock;

    Transfers(
            TransferRows rows,
            TransferMoves moves,
            TransferRules rules,
            TicketReads tickets,
            Handover handover,
            EventReads events,
            Acting acting,
            Clock clock) {
        this.rows = rows;
        this.moves = moves;
        this.rules = rules;
        this.tickets = tickets;
        this.handover = handover;
        this.events = events;
        this.acting = acting;
        this.clock = clock;
    }

    /**
     * By whoever holds the ticket. The recipient gets a mail; until they accept, the ticket stays where it is.
     *
     * @throws NotFound unless the actor holds it
     * @throws InvalidInput at {@code email}
     * @throws TransferRefused
     */
    @Transactional
    public TransferView offer(TicketId id, String toEmail, Locale locale) {
        TicketView seen = held(id);
        if (!EmailAddress.isValid(toEmail)) throw InvalidInput.at("email", "email");
        String to = EmailAddress.of(toEmail).value();
        String from = sender(seen);
        if (to.equals(seen.holderEmail())) throw InvalidInput.at("email", "same_holder");
        return acting.asSystem(seen.organization(), () -> {
            EventView event = events.byId(seen.event());
            TransferRule rule = requirePermitted(event);
            TicketView ticket = handover.locked(id);
            // between being read and being locked it may have found another holder
            if (ticket.serial() != seen.serial()) throw new NotFound("ticket");
            if (!ticket.open()) throw new TransferRefused.NotTransferable(ticket.state());
            requireNoneOpen(ticket);
            if (rows.isOnResale(id)) throw new TransferRefused.OnResale();
            Instant now = clock.instant();
            if (rows.offersSince(id, now.minus(Duration.ofDays(1))) >= MOST_A_DAY) throw new TransferRefused.TooOften();
            return moves.made(
                    new TransferView(
                            TransferId.next(),
                            id,
                            ticket.event(),
                            ticket.organization(),
                            false,
                            TransferState.OFFERED,
                            ticket.ticketTypeName(),
                            ticket.serial(),
                            ticket.capability(),
                            from.equals(ticket.holderEmail()) ? ticket.holderName() : from,
                            from,
                            null,
                            to,
                            locale.toLanguageTag(),
                            null,
                            now,
                            earlier(now.plus(LENGTH), rule.deadline(event)),
                            null),
                    ticket);
        });
    }

    /**
     * By the recipient: the ticket is theirs with a new code, and the old ones are dead.
     *
     * @throws NotFound unless it was offered to the actor
     * @throws InvalidInput at {@code name}
     * @throws TransferRefused when it was decided before, taken back or too late
     */
    @Transactional
    public TransferView accept(TransferId id, String name, Locale locale) {
        TransferView offer = received(id);
        Handover.Holder holder = Handover.Holder.of(name, offer.toEmail());
        return acting.asSystem(offer.organization(), () -> {
            TicketView ticket = handover.locked(offer.ticket());
            requireOpen(id);
            requirePermitted(events.byId(offer.event()));
            if (!ticket.open()) throw new TransferRefused.NotTransferable(ticket.state());
            rows.name(id, holder.name(), locale.toLanguageTag());
            TransferView accepted = moves.decide(offer, TransferState.ACCEPTED);
            handover.handOver(ticket, id.value(), holder);
            return accepted;
        });
    }

    /** By the recipient. @throws TransferRefused when it was decided before */
    @Transactional
    public TransferView decline(TransferId id) {
        TransferView offer = received(id);
        return acting.asSystem(offer.organization(), () -> moves.decide(offer, TransferState.DECLINED));
    }

    /** By whoever offered it. @throws TransferRefused when it was decided before */
    @Transactional
    public TransferView withdraw(TransferId id) {
        TransferView offer = rows.byId(id);
        if (offer == null) throw new NotFound("transfer");
        // once it was decided its sender may hold nothing any more, and is told what was decided
        if (offer.state() == TransferState.OFFERED) held(offer.ticket());
        return acting.asSystem(offer.organization(), () -> moves.decide(offer, TransferState.WITHDRAWN));
    }

    private TicketView held(TicketId id) {
        TicketView ticket = tickets.byId(id);
        if (ticket == null || !ticket.isHeldByActor()) throw new NotFound("ticket");
        return ticket;
    }

    private TransferView received(TransferId id) {
        TransferView offer = rows.byId(id);
        if (offer == null || !TransferReads.isRecipient(offer)) throw new NotFound("transfer");
        return offer;
    }

    private TransferRule requirePermitted(EventView event) {
        TransferRule rule = rules.of(event);
        if (!rule.allowed()) throw new TransferRefused.Forbidden();
        if (!rule.permits(event, clock.instant())) throw new TransferRefused.TooLate();
        return rule;
    }

    private void requireNoneOpen(TicketView ticket) {
        TransferView open = rows.openOf(ticket.id());
        if (open != null) {
            if (open.open(clock.instant())) throw new TransferRefused.AlreadyOffered(open.toEmail());
            moves.decide(open, TransferState.EXPIRED);
        }
    }

    private void requireOpen(TransferId id) {
        TransferView now = rows.byId(id);
        if (now == null) throw new NotFound("transfer");
        if (now.state() != TransferState.OFFERED) throw new TransferRefused.Decided(now.state());
        if (!now.open(clock.instant())) throw new TransferRefused.Decided(TransferState.EXPIRED);
    }

    /** Who offers: the holder, or the buyer of a ticket that is named for somebody else. */
    private static String sender(TicketView ticket) {
        @Nullable String email = Acting.current() instanceof Actor.Person person ? person.verifiedEmail() : null;
        if (email != null) return email;
        return ticket.passedOn() ? ticket.holderEmail() : ticket.buyerEmail();
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
