package io.marquee.ordering;

import io.marquee.identity.Permission;
import io.marquee.kernel.Ids;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.ordering.OrderEvent.RefundDeclined;
import io.marquee.ordering.OrderEvent.RefundRequested;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.TicketId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A buyer asks for their money back; the team approves, which refunds all that is left, or declines with a note. */
@Component
public class RefundRequests {
    private static final int LONGEST = 2000;

    private final RefundRequestRows rows;
    private final OrderAccess access;
    private final MoneyBack moneyBack;
    private final Acting acting;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RefundRequests(
            RefundRequestRows rows,
            OrderAccess access,
            MoneyBack moneyBack,
            Acting acting,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.access = access;
        this.moneyBack = moneyBack;
        this.acting = acting;
        this.events = events;
        this.clock = clock;
    }

    /**
     * By the buyer, with their token or signed in.
     *
     * @throws OrderRefused when one is open already, or there is nothing to refund
     */
    @Transactional
    public RefundRequestView ask(OrderId id, String reason) {
        return ask(id, reason, null);
    }

    /**
     * The same for the money of some tickets.
     *
     * @param tickets null for all that is left
     * @throws InvalidInput at {@code ticket} when one of them can't go back
     */
    @Transactional
    public RefundRequestView ask(OrderId id, String reason, @Nullable List<TicketId> tickets) {
        OrderView order = access.ofBuyerOr(Permission.REFUND, id);
        String words = checked("reason", reason);
        if (!order.bought()) throw new OrderRefused.WrongState(order.state());
        if (order.state() == OrderState.REFUNDED
                || !order.total().isZero() && order.left().isZero()) {
            throw new OrderRefused.NothingToRefund();
        }
        List<TicketId> asked = tickets == null ? null : returnable(order, tickets);
        RefundRequestView request =
                new RefundRequestView(Ids.next(), id, words, asked, clock.instant(), null, false, null);
        acting.asSystem(order.organization(), () -> {
            if (!rows.insert(order, request)) throw new OrderRefused.AlreadyRequested();
            events.publishEvent(
                    new RefundRequested(id, order.event(), order.organization(), words, request.createdAt()));
        });
        return request;
    }

    /**
     * By the team: the same as a refund of what was asked for, as far as it has not gone back yet. Its buyer is not there: what was paid at the counter waits for them.
     *
     * @param returnStock whether the places go back on sale
     */
    @Transactional
    public OrderView approve(OrderId id, UUID request, String note, boolean returnStock) {
        OrderView order = access.of(Permission.REFUND, id);
        String words = checkedOrBlank("note", note);
        UUID by = Acting.current().id();
        return acting.asSystem(order.organization(), () -> {
            // its payment and it come first, as when money goes back without a request
            moneyBack.locked(order);
            RefundRequestView asked = rows.decide(order, request, true, words, by);
            if (asked == null) throw new NotFound("refund_request");
            return moneyBack.giveBack(order, asked.reason(), scope(asked, returnStock));
        });
    }

    /** By the team. @param note why, to the buyer */
    @Transactional
    public void decline(OrderId id, UUID request, String note) {
        OrderView order = access.of(Permission.REFUND, id);
        String words = checked("note", note);
        UUID by = Acting.current().id();
        acting.asSystem(order.organization(), () -> {
            if (rows.decide(order, request, false, words, by) == null) throw new NotFound("refund_request");
            events.publishEvent(new RefundDeclined(id, order.event(), order.organization(), words, clock.instant()));
        });
    }

    /**
     * What an approval of an open request would do.
     *
     * @return null where nothing of it can go back any more
     * @throws io.marquee.kernel.Refusal unless the actor may see the event's orders
     */
    @Transactional(readOnly = true)
    public @Nullable RefundPlan preview(OrderView known, RefundRequestView request) {
        OrderView order = access.of(Permission.SEE_ORDERS, known.id());
        return acting.asSystem(order.organization(), () -> plan(order, request));
    }

    private @Nullable RefundPlan plan(OrderView order, RefundRequestView request) {
        try {
            return moneyBack.plan(order, scope(request, true));
        } catch (OrderRefused nothingLeft) {
            return null;
        }
    }

    /** One that has gone back meanwhile is left out. */
    private RefundScope scope(RefundRequestView request, boolean returnStock) {
        List<TicketId> tickets = request.tickets();
        return new RefundScope(
                tickets == null ? null : moneyBack.endable(request.order(), tickets), null, returnStock, null, false);
    }

    private List<TicketId> returnable(OrderView order, List<TicketId> chosen) {
        List<TicketId> wanted = chosen.stream().distinct().toList();
        List<TicketId> open = acting.asSystem(order.organization(), () -> moneyBack.endable(order.id(), wanted));
        InvalidInput.gather()
                .check(!wanted.isEmpty(), "ticket", "no_ticket_chosen")
                .check(open.size() == wanted.size(), "ticket", "ticket_not_returnable")
                .orThrow();
        return wanted;
    }

    /** Newest first, as the actor's rows allow. */
    @Transactional(readOnly = true)
    public List<RefundRequestView> of(OrderId order) {
        return rows.of(order);
    }

    /** Which of these orders wait for an answer of the team. */
    @Transactional(readOnly = true)
    public Set<OrderId> openAmong(Collection<OrderId> orders) {
        return rows.openAmong(orders);
    }

    static String checked(String field, String text) {
        InvalidInput.gather().check(!text.isBlank(), field, "required").orThrow();
        return checkedOrBlank(field, text);
    }

    private static String checkedOrBlank(String field, String text) {
        String words = text.strip();
        InvalidInput.gather()
                .check(words.length() <= LONGEST, field, "too_long", LONGEST)
                .check(words.indexOf('\0') < 0, field, "value")
                .orThrow();
        return words;
    }
}
