package io.marquee.ticketing.waiting;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.ticketing.TicketTypeId;
import io.marquee.ticketing.TicketTypeReads;
import io.marquee.ticketing.TicketTypeView;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What others may read of waiting lists. */
@Component
@Transactional(readOnly = true)
public class WaitingReads {
    private static final int MOST = 1000;

    private final WaitingRows rows;
    private final OfferRows offerRows;
    private final TicketTypeReads types;
    private final EventReads events;
    private final Access access;
    private final Acting acting;
    private final Clock clock;

    WaitingReads(
            WaitingRows rows,
            OfferRows offerRows,
            TicketTypeReads types,
            EventReads events,
            Access access,
            Acting acting,
            Clock clock) {
        this.rows = rows;
        this.offerRows = offerRows;
        this.types = types;
        this.events = events;
        this.access = access;
        this.acting = acting;
        this.clock = clock;
    }

    /** For the person in line, by token or verified address. @throws NotFound */
    public EntryView mine(EntryId id) {
        EntryView seen = rows.byId(id);
        if (seen == null || !isMine(seen)) throw new NotFound("waiting_entry");
        // the position counts those before, whom the person does not see
        return acting.asSystem(seen.organization(), () -> Objects.requireNonNull(rows.byId(id)));
    }

    /** As whoever acts may see it; its position counts only whom they see. */
    public EntryView byId(EntryId id) {
        EntryView entry = rows.byId(id);
        if (entry == null) throw new NotFound("waiting_entry");
        return entry;
    }

    /** The holds that were made for an entry, newest first. */
    public List<OfferView> offersOf(EntryView entry) {
        return acting.asSystem(entry.organization(), () -> offerRows.of(List.of(entry.id())));
    }

    /** For the event's team: those in line in order, then the others, newest first; at most a thousand. */
    public List<EntryView> ofEvent(EventView event) {
        access.require(Permission.SEE_GUESTS, event.organization(), event.id());
        return acting.asSystem(event.organization(), () -> rows.ofEvent(event.id(), MOST));
    }

    public List<OfferView> offersOf(EventView event, Collection<EntryView> entries) {
        access.require(Permission.SEE_GUESTS, event.organization(), event.id());
        return acting.asSystem(
                event.organization(),
                () -> offerRows.of(entries.stream().map(EntryView::id).toList()));
    }

    public WaitingRule rule(EventView event) {
        return acting.asSystem(event.organization(), () -> rows.rule(event.id()));
    }

    /** Types of an event whose list takes nobody in, whatever is left of them. */
    public Set<TicketTypeId> closedOf(EventView event) {
        return acting.asSystem(event.organization(), () -> rows.closedOf(event.id()));
    }

    /** Whether one can wait for this type now, if nothing is left of it. */
    boolean takesIn(EventView event, TicketTypeView type) {
        return event.registrationOpen(clock.instant())
                && type.inSaleWindow(clock.instant())
                && !type.addOn()
                && !rows.closedOf(event.id()).contains(type.id());
    }

    /** @throws NotFound when the event has no such type on show */
    public TicketTypeView onShow(EventView event, TicketTypeId id) {
        return types.onShow(event.id(), (String) null).stream()
                .filter(type -> type.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("ticket_type"));
    }

    /** The public event of a type. @throws NotFound */
    public EventView eventOf(TicketTypeId id) {
        TicketTypeView type = types.byIds(List.of(id)).get(id);
        if (type == null) throw new NotFound("ticket_type");
        return events.visible(type.event().toString());
    }

    /** The event of an entry, for whoever may see the entry. */
    public EventView eventOf(EntryView entry) {
        EventId id = entry.event();
        return acting.asSystem(entry.organization(), () -> events.byId(id));
    }

    /** What an entry waits for, by name. */
    public String typeOf(EntryView entry) {
        TicketTypeView type = types.byIds(List.of(entry.ticketType())).get(entry.ticketType());
        return type == null ? "" : type.name();
    }

    private static boolean isMine(EntryView entry) {
        return switch (Acting.current()) {
            case Actor.Capability c -> c.hold().equals(entry.id().value());
            case Actor.Person p -> entry.email().equals(p.verifiedEmail());
            case Actor.Device d -> false;
            case Actor.System s -> false;
            case Actor.Anonymous a -> false;
            case Actor.Nobody n -> false;
        };
    }
}
