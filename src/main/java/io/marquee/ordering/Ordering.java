package io.marquee.ordering;

import io.marquee.identity.Permission;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.HoldId;
import io.marquee.ticketing.TicketId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The commands on orders. */
@Component
public class Ordering {
    private final Placement placement;
    private final Ending ending;
    private final Refunding refunding;
    private final RefundRequests requests;
    private final OrderAccess access;
    private final Acting acting;

    Ordering(
            Placement placement,
            Ending ending,
            Refunding refunding,
            RefundRequests requests,
            OrderAccess access,
            Acting acting) {
        this.placement = placement;
        this.ending = ending;
        this.refunding = refunding;
        this.requests = requests;
        this.access = access;
        this.acting = acting;
    }

    /** Who comes with one ticket; in the order of the hold's lines. A blank name or address is the buyer's. */
    public record Attendee(String name, String email) {}

    /** @param attendees empty: all tickets are in the buyer's name; else one for each ticket held */
    public record Placing(HoldId hold, String buyerName, String buyerEmail, List<Attendee> attendees, Locale locale) {}

    /**
     * Makes the order of a hold, or answers the one that was made of it before, corrected to what is said now as long as it is
     * pending. A total of zero is paid at once. Only the bearer of the hold's token may.
     *
     * @throws io.marquee.ticketing.TicketsRefused when the hold has ended or a person's limit is reached
     * @throws io.marquee.kernel.InvalidInput on a bad name or address
     */
    public OrderView place(Placing placing) {
        return placement.place(placing);
    }

    /**
     * The buyer or the team gives a pending order up; its tickets go back.
     *
     * @throws OrderRefused when it is not pending any more, or a payment is undecided
     */
    @Transactional
    public OrderView cancel(OrderId id, String reason) {
        return ending.cancel(access.ofBuyerOr(Permission.REFUND, id), reason);
    }

    /**
     * Money back, by the team: of some tickets, or of all that are left. Their tickets end at once; the order is refunded when
     * the provider says so. An open request of the buyer is answered by it.
     *
     * @throws OrderRefused when there is nothing to refund
     */
    @Transactional
    public OrderView refund(OrderId id, String reason, @Nullable List<TicketId> tickets) {
        OrderView order = access.of(Permission.REFUND, id);
        return acting.asSystem(order.organization(), () -> {
            requests.settle(order);
            return refunding.refund(order, reason, tickets);
        });
    }
}
