package io.marquee.ordering;

import io.marquee.identity.Permission;
import io.marquee.kernel.Ids;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.ordering.OrderEvent.RefundDeclined;
import io.marquee.ordering.OrderEvent.RefundRequested;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
        OrderView order = access.ofBuyerOr(Permission.REFUND, id);
        String words = checked("reason", reason);
        if (!order.bought()) throw new OrderRefused.WrongState(order.state());
        if (order.state() == OrderState.REFUNDED
                || !order.total().isZero() && order.left().isZero()) {
            throw new OrderRefused.NothingToRefund();
        }
        RefundRequestView request = new RefundRequestView(Ids.next(), id, words, clock.instant(), null, false, null);
        acting.asSystem(order.organization(), () -> {
            if (!rows.insert(order, request)) throw new OrderRefused.AlreadyRequested();
            events.publishEvent(
                    new RefundRequested(id, order.event(), order.organization(), words, request.createdAt()));
        });
        return request;
    }

    /**
     * By the team: the same as a refund of all that is left. Its buyer is not there: what was paid at the counter waits for them.
     *
     * @param returnStock whether the places go back on sale
     */
    @Transactional
    public OrderView approve(OrderId id, UUID request, String note, boolean returnStock) {
        OrderView order = access.of(Permission.REFUND, id);
        String words = checkedOrBlank("note", note);
        UUID by = Acting.current().id();
        return acting.asSystem(order.organization(), () -> {
            String reason = rows.decide(order, request, true, words, by);
            if (reason == null) throw new NotFound("refund_request");
            return moneyBack.giveBack(order, reason, new RefundScope(null, null, returnStock, null, false));
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
