package io.marquee.ordering;

import io.marquee.kernel.EventId;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.ticketing.HoldId;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.transfer.TransferId;
import io.marquee.ticketing.transfer.TransferReads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who comes by a link that was mailed: the buyer by their order's, whoever has a ticket now by the one that it was passed on with. */
@Component
public class TicketLinks {
    private final Orders orders;
    private final TicketReads tickets;
    private final TransferReads transfers;
    private final Acting acting;

    TicketLinks(Orders orders, TicketReads tickets, TransferReads transfers, Acting acting) {
        this.orders = orders;
        this.tickets = tickets;
        this.transfers = transfers;
        this.acting = acting;
    }

    /** @param comes whether a ticket of theirs opens the door: none does any more that was passed on, given back or cancelled */
    public record Bearer(EventId event, OrganizationId organization, String name, boolean comes) {}

    /** @return null for a link that is neither */
    @Transactional(readOnly = true)
    public @Nullable Bearer of(Actor.Capability link) {
        // as its bearer and nobody else: what address somebody typed at the checkout proves nothing
        return acting.as(link, () -> {
            OrderView order = orders.byHold(HoldId.of(link.hold()));
            return order == null ? byTransfer(link) : byOrder(order);
        });
    }

    private Bearer byOrder(OrderView order) {
        boolean comes = tickets.ofOrder(order.id().value()).stream()
                .anyMatch(ticket -> ticket.state().admits() && !ticket.passedOn());
        return new Bearer(order.event(), order.organization(), order.buyerName(), comes);
    }

    private @Nullable Bearer byTransfer(Actor.Capability link) {
        TicketView ticket = passedOn(link);
        return ticket == null
                ? null
                : new Bearer(
                        ticket.event(),
                        ticket.organization(),
                        ticket.holderName(),
                        ticket.isHeldByActor() && ticket.state().admits());
    }

    private @Nullable TicketView passedOn(Actor.Capability link) {
        try {
            return tickets.byId(transfers.byId(new TransferId(link.hold())).ticket());
        } catch (NotFound noTransfer) {
            return null;
        }
    }
}
