package io.marquee.ordering;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.EventId;
import io.marquee.kernel.NotFound;
import io.marquee.ordering.OrderEvent.ResendRequested;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.Tickets;
import io.marquee.ticketing.transfer.TransferRules;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What a buyer may still do after the tickets are theirs. */
@Component
class Aftercare {
    private final Tickets tickets;
    private final TicketReads ticketReads;
    private final TransferRules rules;
    private final EventReads eventReads;
    private final Acting acting;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Aftercare(
            Tickets tickets,
            TicketReads ticketReads,
            TransferRules rules,
            EventReads eventReads,
            Acting acting,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tickets = tickets;
        this.ticketReads = ticketReads;
        this.rules = rules;
        this.eventReads = eventReads;
        this.acting = acting;
        this.events = events;
        this.clock = clock;
    }

    void resend(OrderView order) {
        if (!order.bought()) throw new OrderRefused.WrongState(order.state());
        if (EmailAddress.shown(order.buyerEmail()).isEmpty()) throw new OrderRefused.NoAddress();
        // one cause a minute: whoever clicks often gets one mail
        String cause = "resend-" + order.id() + "-" + clock.instant().truncatedTo(ChronoUnit.MINUTES);
        events.publishEvent(new ResendRequested(order.id(), order.event(), order.organization(), cause));
    }

    /**
     * Where tickets may not be passed on, a buyer corrects spelling only: renaming would be another way to pass one on, with a code
     * that stays good. The team may write any name.
     */
    void rename(OrderView order, TicketId ticket, String name, String email) {
        boolean buyer = OrderAccess.isBuyer(order);
        acting.asSystem(order.organization(), () -> {
            TicketView known = ticketReads.ofOrder(order.id().value()).stream()
                    .filter(t -> t.id().equals(ticket) && !t.passedOn())
                    .findFirst()
                    .orElseThrow(() -> new NotFound("ticket"));
            String address = addressOf(known, email);
            if (buyer && !passesOn(order.event())) {
                tickets.correctSpelling(ticket, name, address);
            } else {
                tickets.rename(ticket, name, address);
            }
        });
    }

    /** Whoever gave none at the box office need not give one now. */
    private static String addressOf(TicketView ticket, String said) {
        boolean none = EmailAddress.shown(ticket.holderEmail()).isEmpty();
        return said.isBlank() && none ? ticket.holderEmail() : said;
    }

    private boolean passesOn(EventId id) {
        EventView event = eventReads.byId(id);
        return rules.of(event).permits(event, clock.instant());
    }
}
