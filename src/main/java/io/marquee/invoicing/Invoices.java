package io.marquee.invoicing;

import io.marquee.identity.Access;
import io.marquee.ordering.Billing;
import io.marquee.ordering.BillingDetails;
import io.marquee.ordering.OrderId;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderView;
import io.marquee.platform.tenancy.Acting;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The commands on an order's invoice. */
@Component
public class Invoices {
    private final OrderReads orders;
    private final Billing billing;
    private final DueDocuments due;
    private final DocumentRows documents;
    private final Sellers sellers;
    private final Access access;
    private final Acting acting;

    Invoices(
            OrderReads orders,
            Billing billing,
            DueDocuments due,
            DocumentRows documents,
            Sellers sellers,
            Access access,
            Acting acting) {
        this.orders = orders;
        this.billing = billing;
        this.due = due;
        this.documents = documents;
        this.sellers = sellers;
        this.access = access;
        this.acting = acting;
    }

    /** How an order's invoice stands. */
    public enum Standing {
        /** Nothing was paid, so there is none. */
        NONE,
        /** The organizer has not said yet who sells. */
        NO_SELLER,
        /** It is made when the buyer asks for it, or by itself in some days. */
        OPEN,
        /** It is made. Until money goes back, it can be made out to somebody else. */
        SEALED,
        /** It is made, and stays. */
        FINAL
    }

    /** For the buyer and those who may see orders. */
    @Transactional(readOnly = true)
    public Standing standing(OrderId id) {
        OrderView order = orders.shown(id);
        return acting.asSystem(order.organization(), () -> standing(order));
    }

    private Standing standing(OrderView order) {
        if (!order.bought() || order.unpaid() || order.total().isZero()) return Standing.NONE;
        List<DocumentView> all = documents.ofOrder(order.id());
        boolean made = all.stream().anyMatch(one -> one.kind() == DocumentKind.INVOICE);
        if (made) return order.left().equals(order.total()) ? Standing.SEALED : Standing.FINAL;
        return sellers.of(order.organization()).complete() ? Standing.OPEN : Standing.NO_SELLER;
    }

    /**
     * The buyer or the team says whom the invoice is for, and it is made at once. One that was made before is taken back by
     * a credit note, and another made out.
     *
     * @throws InvoiceRefused when there is none to make, or money went back already
     * @throws io.marquee.kernel.InvalidInput
     */
    @Transactional
    public void bill(OrderId id, BillingDetails details) {
        OrderView order = orders.shown(id);
        billing.bill(id, details);
        acting.asSystem(order.organization(), () -> {
            boolean waits = due.invoiceWaits(id);
            switch (standing(order)) {
                case NONE -> throw new InvoiceRefused.NotForThis();
                case FINAL -> throw new InvoiceRefused.Final();
                case OPEN, NO_SELLER, SEALED -> {
                    if (waits) due.ask(id);
                    else due.correct(id, order.event(), order.organization());
                }
            }
        });
    }
}
