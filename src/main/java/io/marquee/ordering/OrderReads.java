package io.marquee.ordering;

import io.marquee.identity.Permission;
import io.marquee.kernel.Cursors;
import io.marquee.kernel.EventId;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.ShortCode;
import io.marquee.kernel.Slice;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.ticketing.HoldId;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.TicketView;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What others may read of orders, as the actor's rows allow. */
@Component
@Transactional(readOnly = true)
public class OrderReads {
    private final Orders orders;
    private final Admissions admissions;
    private final TicketReads tickets;
    private final OrderAccess access;
    private final Billing billing;
    private final OrderRefunds refunds;
    private final CounterRows counter;

    OrderReads(
            Orders orders,
            Admissions admissions,
            TicketReads tickets,
            OrderAccess access,
            Billing billing,
            OrderRefunds refunds,
            CounterRows counter) {
        this.tickets = tickets;
        this.orders = orders;
        this.admissions = admissions;
        this.access = access;
        this.billing = billing;
        this.refunds = refunds;
        this.counter = counter;
    }

    /** @throws NotFound */
    public OrderView byId(OrderId id) {
        OrderView order = orders.byId(id);
        if (order == null) throw new NotFound("order");
        return order;
    }

    /**
     * For its buyer, or for those of the event's team who may see orders.
     *
     * @throws io.marquee.kernel.Refusal
     */
    public OrderView shown(OrderId id) {
        return access.ofBuyerOr(Permission.SEE_ORDERS, id);
    }

    /** For its buyer alone. @throws NotFound */
    public OrderView bought(OrderId id) {
        OrderView order = byId(id);
        if (!OrderAccess.isBuyer(order)) throw new NotFound("order");
        return order;
    }

    /**
     * The tickets of an order that may be {@linkplain #shown shown}, by position; none until it is paid.
     *
     * @throws io.marquee.kernel.Refusal
     */
    public List<TicketView> tickets(OrderId id) {
        return tickets.ofOrder(shown(id).id().value());
    }

    /** @return null while no order was made of it */
    public @Nullable OrderView byHold(HoldId hold) {
        return orders.byHold(hold);
    }

    /** @param code as typed. @throws NotFound */
    public OrderView byCode(EventId event, String code) {
        OrderView order = orders.byCode(event, printable(ShortCode.normalise(code)));
        if (order == null) throw new NotFound("order");
        return order;
    }

    /**
     * Newest first.
     *
     * @param query part of a code, name or address; blank for all
     * @throws InvalidInput on a cursor that is not ours
     */
    public Slice<OrderView> ofEvent(EventId event, String query, @Nullable String cursor, int limit) {
        return ofEvent(event, query, null, cursor, limit);
    }

    /** @param state null for all */
    public Slice<OrderView> ofEvent(
            EventId event, String query, @Nullable OrderState state, @Nullable String cursor, int limit) {
        return orders.ofEvent(
                event, printable(query).strip().toLowerCase(Locale.ROOT), state, Cursors.id(cursor), limit);
    }

    /** The addresses of those who have bought something of it that is not all given back, each once. */
    public Set<String> addresses(EventId event) {
        return orders.addresses(event);
    }

    /** What somebody bought of an event, newest first. */
    public List<OrderView> ofBuyer(EventId event, String email) {
        return orders.ofBuyer(event, email);
    }

    /** Who was said to come with each ticket, by position; blank where it is the buyer. Empty where nobody was named. */
    public List<Ordering.Attendee> attendees(OrderView order) {
        return admissions.attendees(order);
    }

    /** Whom an invoice for it is for; empty where nobody said. For whoever may see the order. */
    public BillingDetails billing(OrderId id) {
        return billing.of(shown(id));
    }

    /** The money that came back of it, or is on its way, in the order in which it was given. */
    public List<ReturnView> returns(OrderView order) {
        return refunds.ofOrder(order.id());
    }

    /** The same newest first, and money that bought nothing: through a provider or over the counter. */
    public List<ReturnView> allReturns(OrderView order) {
        return refunds.allOf(order.id());
    }

    /** Whether what has this {@linkplain RefundScope#key key} was carried out, with money or without. */
    public boolean carriedOut(OrderView order, String key) {
        return refunds.asked(order, key);
    }

    /** What went back under this key; null where nothing did. */
    public @Nullable ReturnView returned(OrderView order, String key) {
        return refunds.under(order.id(), key);
    }

    /** How it was paid at the box office; null where it was not. */
    public @Nullable CounterSale atCounter(OrderView order) {
        return counter.ofOrder(order.id());
    }

    /** Those that the acting person bought, newest first, the last 200. */
    public List<OrderView> mine() {
        return Acting.current() instanceof Actor.Person person && person.verifiedEmail() != null
                ? orders.ofBuyer(person.verifiedEmail())
                : List.of();
    }

    /** PostgreSQL keeps no zero characters: nothing of ours has one. */
    private static String printable(String typed) {
        return typed.replace("\0", "");
    }
}
