package io.marquee.ordering;

import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.Cursors;
import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Slice;
import io.marquee.payment.RefundState;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What buyers ask back, for those who answer: of one event, or of all that an organization has. Newest first. */
@Component
@Transactional(readOnly = true)
public class RefundQueue {
    private final RefundRequestRows rows;
    private final RefundRequests requests;
    private final Orders orders;
    private final Access access;

    RefundQueue(RefundRequestRows rows, RefundRequests requests, Orders orders, Access access) {
        this.rows = rows;
        this.requests = requests;
        this.orders = orders;
        this.access = access;
    }

    /**
     * A request with the order that it is about.
     *
     * @param plan what an approval would do; null where it was decided, or nothing of it can go back any more
     */
    public record Entry(
            RefundRequestView request,
            OrderView order,
            @Nullable RefundPlan plan) {}

    /**
     * @param state requested, approved or declined; null for all
     * @throws io.marquee.kernel.Refusal unless the actor may see the event's orders
     */
    public Slice<Entry> ofEvent(
            OrganizationId organization,
            EventId event,
            @Nullable RefundState state,
            @Nullable String cursor,
            int limit) {
        access.require(Permission.SEE_ORDERS, organization, event);
        return withOrders(rows.queue(organization, event, state, Cursors.id(cursor), limit));
    }

    /** As above, for those who may see the orders of all events. */
    public Slice<Entry> ofOrganization(
            OrganizationId organization, @Nullable RefundState state, @Nullable String cursor, int limit) {
        access.require(Permission.SEE_ORDERS, organization);
        return withOrders(rows.queue(organization, null, state, Cursors.id(cursor), limit));
    }

    private Slice<Entry> withOrders(Slice<RefundRequestView> asked) {
        Map<OrderId, OrderView> theirs =
                orders
                        .byIds(asked.items().stream()
                                .map(request -> request.order().value())
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(OrderView::id, Function.identity()));
        return asked.map(request -> entry(request, Objects.requireNonNull(theirs.get(request.order()))));
    }

    /** Those of one order. @throws io.marquee.kernel.Refusal unless the actor may see it */
    public List<Entry> ofOrder(OrderView order) {
        access.require(Permission.SEE_ORDERS, order.organization(), order.event());
        return rows.of(order.id()).stream()
                .map(request -> entry(request, order))
                .toList();
    }

    private Entry entry(RefundRequestView request, OrderView order) {
        return new Entry(request, order, request.open() ? requests.preview(order, request) : null);
    }
}
