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
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.ticketing.HoldId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may enter an event's room: its team, and those who come. */
@Component
public class Entrances {
    private final EventReads events;
    private final Rsvps rsvps;
    private final GuestReads guests;
    private final OrderReads orders;
    private final People people;
    private final Access access;
    private final Acting acting;

    Entrances(
            EventReads events,
            Rsvps rsvps,
            GuestReads guests,
            OrderReads orders,
            People people,
            Access access,
            Acting acting) {
        this.events = events;
        this.rsvps = rsvps;
        this.guests = guests;
        this.orders = orders;
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

    /** For the bearer of a guest's link, or of an order's. @throws NotFound for a link that leads to no event */
    @Transactional(readOnly = true)
    public Entrance by(Actor.Capability bearer) {
        return by(bearer, null);
    }

    private Entrance by(Actor.Capability bearer, @Nullable EventView wanted) {
        return acting.as(bearer, () -> {
            GuestView guest = guests.byIds(List.of(bearer.hold())).get(bearer.hold());
            if (guest == null) return byOrder(bearer, wanted);
            if (wanted != null && !guest.event().equals(wanted.id())) throw new NotFound("chat");
            if (!comes(guest)) throw new Forbidden("chat");
            return new Entrance(rsvps.eventOf(guest), guest.person(), guest.id().value(), name(guest, ""), false);
        });
    }

    /** As the order's bearer and nobody else: what address somebody typed at the checkout proves nothing. */
    private Entrance byOrder(Actor.Capability bearer, @Nullable EventView wanted) {
        OrderView order = orders.byHold(HoldId.of(bearer.hold()));
        if (order == null || wanted != null && !order.event().equals(wanted.id())) throw new NotFound("chat");
        boolean comes = orders.tickets(order.id()).stream()
                .anyMatch(ticket -> ticket.state().admits() && !ticket.passedOn());
        if (!comes) throw new Forbidden("chat");
        EventView event = acting.asSystem(order.organization(), () -> events.byId(order.event()));
        return new Entrance(event, null, bearer.hold(), order.buyerName(), false);
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
