package io.marquee.checkin.counter;

import io.marquee.checkin.device.DeviceScope;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.TicketId;
import io.marquee.ticketing.TicketView;
import io.marquee.ticketing.Tickets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names that are changed at the gate: the code in the guest's hand stays good. */
@Component
public class DoorNames {
    private final Clerks clerks;
    private final Tickets tickets;
    private final Acting acting;

    DoorNames(Clerks clerks, Tickets tickets, Acting acting) {
        this.clerks = clerks;
        this.tickets = tickets;
        this.acting = acting;
    }

    /**
     * @throws io.marquee.kernel.InvalidInput at {@code name}
     * @throws NotFound where there is no such ticket for this gate
     * @throws io.marquee.kernel.IllegalMove once it has ended
     */
    @Transactional
    public TicketView change(String eventIdOrSlug, TicketId id, String name) {
        Clerks.Clerk clerk = clerks.at(eventIdOrSlug, DeviceScope.RENAME);
        return acting.asSystem(clerk.event().organization(), () -> {
            TicketView ticket = tickets.lock(id);
            boolean here = ticket != null
                    && ticket.event().equals(clerk.event().id())
                    && (clerk.device() == null
                            || clerk.device().letsIn(ticket.ticketType().value()));
            if (ticket == null || !here) throw new NotFound("ticket");
            return tickets.nameAtDoor(ticket, name);
        });
    }
}
