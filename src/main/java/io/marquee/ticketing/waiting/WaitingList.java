package io.marquee.ticketing.waiting;

import io.marquee.event.EventView;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.HoldState;
import io.marquee.ticketing.Holds;
import io.marquee.ticketing.TicketTypeId;
import io.marquee.ticketing.TicketTypeView;
import io.marquee.ticketing.waiting.WaitingEvent.LineJoined;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Joining a line and leaving it. */
@Component
public class WaitingList {
    private final WaitingRows rows;
    private final OfferRows offerRows;
    private final WaitingReads reads;
    private final Holds holds;
    private final Acting acting;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    WaitingList(
            WaitingRows rows,
            OfferRows offerRows,
            WaitingReads reads,
            Holds holds,
            Acting acting,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.rows = rows;
        this.offerRows = offerRows;
        this.reads = reads;
        this.holds = holds;
        this.acting = acting;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** What somebody says who would like to wait. */
    public record Joining(String name, String email, int quantity, Locale locale) {}

    /** How many of a type one person may wait for. */
    public static int most(TicketTypeView type) {
        Integer person = type.maxPerPerson();
        return person == null ? type.maxPerOrder() : Math.min(type.maxPerOrder(), person);
    }

    /**
     * By anybody who sees the type on show. Nothing is promised to whoever joins a line that nobody needs: where places are
     * left, they are for sale.
     *
     * @param event as its public page shows it
     * @throws NotFound when the event has no such type on show
     * @throws InvalidInput at {@code name}, {@code email} or {@code quantity}
     * @throws WaitingRefused
     */
    @Transactional
    public EntryView join(EventView event, TicketTypeId id, Joining joining) {
        TicketTypeView type = reads.onShow(event, id);
        String name = joining.name().strip();
        int most = most(type);
        InvalidInput.gather()
                .check(!name.isEmpty(), "name", "required")
                .check(name.length() <= 120, "name", "too_long", 120)
                .check(name.indexOf('\0') < 0, "name", "value")
                .check(EmailAddress.isValid(joining.email()), "email", "email")
                .check(joining.quantity() >= 1 && joining.quantity() <= most, "quantity", "range", 1, most)
                .orThrow();
        return acting.asSystem(event.organization(), () -> {
            if (!reads.takesIn(event, type)) throw new WaitingRefused.Closed(type.name());
            EntryView entry = entry(event, type, name, joining);
            if (!rows.insert(entry)) throw new WaitingRefused.AlreadyWaiting(type.name());
            // whoever frees places sees this entry from here on, or was seen by it
            rows.lock(event.id());
            if (rows.left(event.id(), id) > 0) throw new WaitingRefused.NotSoldOut(type.name());
            // tickets that others gave back to the list
            rows.offer(event.id());
            publisher.publishEvent(new LineJoined(entry.id(), event.id(), event.organization()));
            return Objects.requireNonNull(rows.byId(entry.id()));
        });
    }

    /**
     * By the person, with their token or signed in. What is on offer to them, and not ordered yet, goes to the next.
     *
     * @throws WaitingRefused when they are out of line already
     */
    @Transactional
    public EntryView leave(EntryId id) {
        EntryView entry = reads.mine(id);
        return acting.asSystem(entry.organization(), () -> end(entry, EntryState.LEFT));
    }

    /**
     * Holds and quotas before the entry, as where the database gives back. An offer that is made in this very moment is
     * released when it should be told.
     */
    EntryView end(EntryView entry, EntryState to) {
        if (!EntryState.MOVES.allows(entry.state(), to)) throw new WaitingRefused.Over(entry.state());
        offerRows.of(List.of(entry.id())).stream()
                .filter(offer -> offer.state() == HoldState.ACTIVE)
                .forEach(offer -> holds.releaseUnordered(offer.hold()));
        rows.end(entry.id(), to);
        return Objects.requireNonNull(rows.byId(entry.id()));
    }

    private EntryView entry(EventView event, TicketTypeView type, String name, Joining joining) {
        Instant now = clock.instant();
        return new EntryView(
                EntryId.next(),
                event.id(),
                event.organization(),
                type.id(),
                name,
                EmailAddress.of(joining.email()).value(),
                joining.locale().toLanguageTag(),
                joining.quantity(),
                joining.quantity(),
                EntryState.WAITING,
                0,
                now);
    }
}
