package io.marquee.ordering;

import io.marquee.identity.Permission;
import io.marquee.platform.tenancy.Acting;
import io.marquee.registration.Answer;
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
    private final MoneyBack moneyBack;
    private final Aftercare aftercare;
    private final OrderAccess access;
    private final Acting acting;

    Ordering(
            Placement placement,
            Ending ending,
            MoneyBack moneyBack,
            Aftercare aftercare,
            OrderAccess access,
            Acting acting) {
        this.placement = placement;
        this.ending = ending;
        this.moneyBack = moneyBack;
        this.aftercare = aftercare;
        this.access = access;
        this.acting = acting;
    }

    /** Who comes with one ticket; in the order of the hold's lines. A blank name or address is the buyer's. */
    public record Attendee(String name, String email) {}

    /**
     * @param attendees empty: all tickets are in the buyer's name; else one for each ticket held
     * @param answers to what the event asks
     * @param billing whom an invoice is for; null for the buyer alone
     */
    public record Placing(
            HoldId hold,
            String buyerName,
            String buyerEmail,
            List<Attendee> attendees,
            List<Answer> answers,
            Locale locale,
            @Nullable BillingDetails billing) {

        /** Where nothing is asked. */
        public Placing(HoldId hold, String buyerName, String buyerEmail, List<Attendee> attendees, Locale locale) {
            this(hold, buyerName, buyerEmail, attendees, List.of(), locale, null);
        }
    }

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

    /** As below, with places going back on sale. @param tickets null for all that are left */
    @Transactional
    public OrderView refund(OrderId id, String reason, @Nullable List<TicketId> tickets) {
        return giveBack(id, reason, RefundScope.of(tickets));
    }

    /**
     * Money back, by the team: for some tickets, for all that are left, or an amount. Tickets end at once; the order is refunded
     * when the provider says so. An open request of the buyer is answered by it.
     *
     * @throws OrderRefused when there is nothing to refund
     * @throws io.marquee.kernel.InvalidInput at {@code reason}, {@code amount}
     */
    @Transactional
    public OrderView giveBack(OrderId id, String reason, RefundScope scope) {
        OrderView order = access.of(Permission.REFUND, id);
        String words = RefundRequests.checked("reason", reason);
        return acting.asSystem(order.organization(), () -> moneyBack.giveBack(order, words, scope));
    }

    /** What that would do, and does not. Refuses what it would refuse. */
    @Transactional(readOnly = true)
    public RefundPlan preview(OrderId id, RefundScope scope) {
        OrderView order = access.of(Permission.REFUND, id);
        return acting.asSystem(order.organization(), () -> moneyBack.plan(order, scope));
    }

    /**
     * The buyer or the team has the mail with the tickets sent again, at most once a minute.
     *
     * @throws OrderRefused when nothing was bought
     */
    @Transactional
    public void resend(OrderId id) {
        aftercare.resend(access.ofBuyerOr(Permission.HANDLE_ORDERS, id));
    }

    /**
     * The buyer or the team corrects who comes with a ticket. Its code stays; where tickets may not be passed on, a buyer may correct
     * the spelling.
     *
     * @throws io.marquee.kernel.NotFound when the order has no such ticket
     * @throws io.marquee.kernel.InvalidInput
     */
    @Transactional
    public void rename(OrderId id, TicketId ticket, String holderName, String holderEmail) {
        aftercare.rename(access.ofBuyerOr(Permission.REFUND, id), ticket, holderName, holderEmail);
    }
}
