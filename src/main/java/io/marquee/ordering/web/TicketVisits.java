package io.marquee.ordering.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.transfer.TransferId;
import io.marquee.ticketing.transfer.TransferReads;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Opens single tickets: {@code /tickets/{ticket}} for a person who is signed in, {@code /orders/{token}/tickets/{ticket}} by an
 * order's link, {@code /transfers/{token}} by the link with which it was passed on.
 */
@Component
class TicketVisits {
    private final Capabilities capabilities;
    private final TicketReads tickets;
    private final TransferReads transfers;
    private final EventReads events;
    private final Access access;
    private final Acting acting;

    TicketVisits(
            Capabilities capabilities,
            TicketReads tickets,
            TransferReads transfers,
            EventReads events,
            Access access,
            Acting acting) {
        this.capabilities = capabilities;
        this.tickets = tickets;
        this.transfers = transfers;
        this.events = events;
        this.access = access;
        this.acting = acting;
    }

    /**
     * @param path the variables of the address
     * @throws NotFound unless the visitor bought it or holds it
     */
    TicketVisit open(Map<String, String> path) {
        String token = path.get("token");
        String ticket = path.get("ticket");
        if (token == null) return ofPerson(id(ticket));
        return ticket == null ? ofTransfer(token) : ofOrder(token, id(ticket));
    }

    private TicketVisit ofPerson(TicketId id) {
        access.personId();
        return visit(Acting.current(), "/tickets/" + id, id);
    }

    private TicketVisit ofOrder(String token, TicketId id) {
        return visit(capabilities.open(token), "/orders/" + token + "/tickets/" + id, id);
    }

    private TicketVisit ofTransfer(String token) {
        Actor.Capability bearer = capabilities.open(token);
        TicketId ticket = acting.as(bearer, () -> transfers.byId(new TransferId(bearer.hold())))
                .ticket();
        return visit(bearer, "/transfers/" + token, ticket);
    }

    private TicketVisit visit(Actor visitor, String path, TicketId id) {
        return acting.as(visitor, () -> {
            TicketView ticket = tickets.byId(id);
            if (ticket == null || !ticket.isHeldByActor() && !ticket.isBoughtByActor()) throw new NotFound("ticket");
            // whoever has a ticket may read its event, whatever its visibility by now
            EventView event = acting.asSystem(ticket.organization(), () -> events.byId(ticket.event()));
            return new TicketVisit(visitor, path, ticket, event);
        });
    }

    private static TicketId id(@org.jspecify.annotations.Nullable String text) {
        try {
            return TicketId.valueOf(String.valueOf(text));
        } catch (IllegalArgumentException e) {
            throw new NotFound("ticket");
        }
    }
}
