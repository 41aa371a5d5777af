package io.marquee.invoicing;

import io.marquee.invoicing.DocumentRows.Draft;
import io.marquee.invoicing.DueDocuments.Due;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderView;
import io.marquee.ordering.ReturnView;
import io.marquee.payment.RefundState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the documents that are due, in the job's transaction: the note that asked for one goes with the document that came of
 * it, or neither does. Acts as the system.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Sealing {
    private final DueDocuments due;
    private final DocumentRows documents;
    private final Drafting drafting;
    private final Sellers sellers;
    private final OrderReads orders;
    private final Clock clock;

    Sealing(
            DueDocuments due,
            DocumentRows documents,
            Drafting drafting,
            Sellers sellers,
            OrderReads orders,
            Clock clock) {
        this.due = due;
        this.documents = documents;
        this.drafting = drafting;
        this.sellers = sellers;
        this.orders = orders;
        this.clock = clock;
    }

    void serve(Due one) {
        OrderView order = orders.byId(one.order());
        SellerDetails seller = sellers.of(one.organization());
        switch (one.what()) {
            case RECEIPT -> {
                if (due.take(one)) receipt(order, seller);
            }
            case INVOICE -> {
                Instant at = Objects.requireNonNull(order.paidAt()).plus(Duration.ofDays(seller.waitDays()));
                boolean wanted = one.asked() || !orders.billing(order.id()).isEmpty();
                if (!seller.complete()) due.putAside(one);
                else if (!wanted && clock.instant().isBefore(at)) due.put(one, at);
                else if (due.take(one)) invoice(order, seller);
            }
            case RETURNS -> {
                if (due.take(one)) creditNotes(order, seller);
            }
            case CORRECTION -> {
                if (due.take(one)) correct(order, seller);
            }
        }
    }

    private void receipt(OrderView order, SellerDetails seller) {
        seal(DocumentKind.RECEIPT, order, "receipt:" + order.id(), drafting.sheet(order, seller), seller);
    }

    private void invoice(OrderView order, SellerDetails seller) {
        seal(DocumentKind.INVOICE, order, "invoice:" + order.id(), drafting.sheet(order, seller), seller);
    }

    private void seal(DocumentKind kind, OrderView order, String cause, Sheet sheet, SellerDetails seller) {
        documents.seal(new Draft(kind, order, cause, null, seller.prefix(), sheet));
    }

    /** All that came back and has none yet. What is taken back must have been stated before: the invoice comes first. */
    private void creditNotes(OrderView order, SellerDetails seller) {
        receipt(order, seller);
        if (seller.complete() && due.dropInvoice(order.id())) invoice(order, seller);
        for (ReturnView back : orders.returns(order)) {
            String cause = "refund:" + back.id();
            if (back.state() == RefundState.SUCCEEDED && documents.byCause(cause) == null) {
                List<DocumentView> all = documents.ofOrder(order.id());
                DocumentView of = Chain.current(all);
                Sheet sheet = Crediting.sheet(of, Chain.notes(all), back, today(seller), seller);
                documents.seal(new Draft(DocumentKind.CREDIT_NOTE, order, cause, of.id(), seller.prefix(), sheet));
            }
        }
    }

    /** The invoice is taken back, and another made out to whom the buyer says now. */
    private void correct(OrderView order, SellerDetails seller) {
        List<DocumentView> all = documents.ofOrder(order.id());
        DocumentView wrong = Chain.current(all);
        if (wrong.kind() == DocumentKind.INVOICE && Chain.notes(all).isEmpty()) {
            Sheet back = Crediting.whole(wrong, List.of(), "correction", today(seller), seller);
            documents.seal(new Draft(
                    DocumentKind.CREDIT_NOTE, order, "correction:" + wrong.id(), wrong.id(), seller.prefix(), back));
            String cause = "invoice:" + order.id() + ":" + wrong.id();
            seal(DocumentKind.INVOICE, order, cause, drafting.sheet(order, seller), seller);
        }
    }

    private LocalDate today(SellerDetails seller) {
        return LocalDate.ofInstant(clock.instant(), seller.zone());
    }
}
