package io.marquee.invoicing;

import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Slice;
import io.marquee.ordering.OrderId;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderView;
import io.marquee.platform.tenancy.Acting;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What others may read of documents, as the actor's rows allow. */
@Component
@Transactional(readOnly = true)
public class Documents {
    private static final int PAGE_OF_EXPORT = 500;

    private final DocumentRows rows;
    private final Drafting drafting;
    private final Sellers sellers;
    private final OrderReads orders;
    private final Access access;
    private final Acting acting;

    Documents(DocumentRows rows, Drafting drafting, Sellers sellers, OrderReads orders, Access access, Acting acting) {
        this.rows = rows;
        this.drafting = drafting;
        this.sellers = sellers;
        this.orders = orders;
        this.access = access;
        this.acting = acting;
    }

    /**
     * Of an order, for its buyer or those who may see orders, in the order in which they were sealed. A free order has a
     * confirmation, which says how it stands now.
     *
     * @throws io.marquee.kernel.Refusal
     */
    public List<DocumentView> ofOrder(OrderId id) {
        OrderView order = orders.shown(id);
        if (!order.bought()) return List.of();
        return order.total().isZero() ? List.of(confirmation(order)) : rows.ofOrder(id);
    }

    /** One of those. @throws NotFound */
    public DocumentView ofOrder(OrderId id, UUID document) {
        return ofOrder(id).stream()
                .filter(one -> one.id().equals(document))
                .findFirst()
                .orElseThrow(() -> new NotFound("document"));
    }

    /** Any that was sealed, for its buyer or those who may see its order. @throws NotFound */
    public DocumentView shown(UUID document) {
        DocumentView found = rows.byId(document);
        if (found == null) throw new NotFound("document");
        orders.shown(found.order());
        return found;
    }

    /** Its id is the order's. */
    private DocumentView confirmation(OrderView order) {
        Sheet sheet =
                acting.asSystem(order.organization(), () -> drafting.sheet(order, sellers.of(order.organization())));
        return new DocumentView(
                order.id().value(),
                DocumentKind.CONFIRMATION,
                order.code(),
                order.id(),
                order.event(),
                order.organization(),
                order.paidAt() == null ? Instant.EPOCH : order.paidAt(),
                sheet);
    }

    /**
     * All of an organization, newest first.
     *
     * @param kind null for all
     * @throws io.marquee.kernel.Refusal unless the actor may see the organization's orders
     */
    public Slice<DocumentView> ofOrganization(
            OrganizationId organization, @Nullable DocumentKind kind, @Nullable UUID cursor, int limit) {
        access.require(Permission.SEE_ORDERS, organization);
        List<DocumentView> found = rows.ofOrganization(organization, kind, cursor, limit + 1);
        return Slice.of(found, limit, one -> one.id().toString());
    }

    /** The same, all of them, some at a time. */
    public void each(OrganizationId organization, @Nullable DocumentKind kind, Consumer<DocumentView> take) {
        access.require(Permission.SEE_ORDERS, organization);
        List<DocumentView> some = rows.ofOrganization(organization, kind, null, PAGE_OF_EXPORT);
        while (!some.isEmpty()) {
            some.forEach(take);
            some = rows.ofOrganization(organization, kind, some.getLast().id(), PAGE_OF_EXPORT);
        }
    }
}
