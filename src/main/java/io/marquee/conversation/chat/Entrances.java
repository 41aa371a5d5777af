package io.marquee.conversation.chat;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.guest.GuestReads;
import io.marquee.guest.GuestState;
import io.marquee.guest.GuestView;
import io.marquee.guest.Rsvps;
import io.marquee.identity.Access;
import io.marquee.identity.People;
import io.marquee.identity.Permission;
import io.marquee.kernel.Forbidden;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.PersonId;
import io.marquee.ordering.TicketLinks;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may enter an event's room: its team, and those who come. */
@Component
public class Entrances {
    private final EventReads events;
    private final Rsvps rsvps;
    private final GuestReads guests;
    private final TicketLinks tickets;
    private final People people;
    private final Access access;
    private final Acting acting;

    Entrances(
            EventReads events,
            Rsvps rsvps,
            GuestReads guests,
            TicketLinks tickets,
            People people,
            Access access,
            Acting acting) {
        this.events = events;
        this.rsvps = rsvps;
        this.guests = guests;
        this.tickets = tickets;
        this.people = people;
        this.access = access;
        this.acting = acting;
    }

    /**
     * For whoever acts.
     *
     * @throws Forbidden for whoever does not come
     * @throws io.marquee.kernel.Unauthenticated
     */
    @Transactional(readOnly = true)
    public Entrance into(String eventIdOrSlug) {
        EventView event = events.visible(eventIdOrSlug);
        if (Acting.current() instanceof Actor.Capability bearer) return by(bearer, event);
        PersonId me = access.personId();
        if (isTeam(event)) {
            return new Entrance(event, me, null, people.me().name(), moderates(event));
        }
        GuestView guest = rsvps.mine(event);
        if (guest == null || !comes(guest)) throw new Forbidden("chat");
        return new Entrance(
                event, me, guest.id().value(), name(guest, people.me().name()), false);
    }

    /** For the bearer of a guest's link, of an order's, or of one with which a ticket was passed on. @throws NotFound for a link that leads to no event */
    @Transactional(readOnly = true)
    public Entrance by(Actor.Capability bearer) {
        return by(bearer, null);
    }

    private Entrance by(Actor.Capability bearer, @Nullable EventView wanted) {
        return acting.as(bearer, () -> {
            GuestView guest = guests.byLink(bearer);
            if (guest == null) return byTicket(bearer, wanted);
            if (wanted != null && !guest.event().equals(wanted.id())) throw new NotFound("chat");
            if (!comes(guest)) throw new Forbidden("chat");
            return new Entrance(rsvps.eventOf(guest), guest.person(), guest.id().value(), name(guest, ""), false);
        });
    }

    private Entrance byTicket(Actor.Capability bearer, @Nullable EventView wanted) {
        TicketLinks.Bearer known = tickets.of(bearer);
        if (known == null || wanted != null && !known.event().equals(wanted.id())) throw new NotFound("chat");
        if (!known.comes()) throw new Forbidden("chat");
        EventView event = acting.asSystem(known.organization(), () -> events.byId(known.event()));
        return new Entrance(event, null, bearer.hold(), known.name(), false);
    }

    private boolean isTeam(EventView event) {
        return access.may(Permission.SEE_EVENT, event.organization(), event.id())
                || access.may(Permission.CHECK_IN, event.organization(), event.id());
    }

    private boolean moderates(EventView event) {
        return access.may(Permission.MANAGE_GUESTS, event.organization(), event.id());
    }

    private static boolean comes(GuestView guest) {
        return guest.state() == GuestState.GOING || guest.tickets() > 0;
    }

    /** An address is nobody else's business. */
    private static String name(GuestView guest, String otherwise) {
        if (!guest.name().isBlank()) return guest.name();
        else return otherwise.isBlank() ? guest.email().replaceAll("@.*", "") : otherwise;
    }
}
