package io.marquee.invoicing.web;

import io.marquee.invoicing.Documents;
import io.marquee.invoicing.Invoices;
import io.marquee.invoicing.Invoices.Standing;
import io.marquee.ordering.BillingDetails;
import io.marquee.ordering.BillingForm;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderView;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together the page of an order's documents, for its buyer and for the team. */
@Component
class OrderDocumentsPages {
    private final Documents documents;
    private final Invoices invoices;
    private final OrderReads orders;

    OrderDocumentsPages(Documents documents, Invoices invoices, OrderReads orders) {
        this.documents = documents;
        this.invoices = invoices;
        this.orders = orders;
    }

    /**
     * @param path of the order's page
     * @param folder that the documents' pages lie in
     * @param rolls that till rolls lie in; blank for none
     * @param typed what was refused; null to begin with what was said
     */
    OrderDocuments of(
            OrderView order,
            String path,
            String folder,
            String rolls,
            @Nullable BillingDetails typed,
            FieldErrors errors,
            Text text) {
        return new OrderDocuments(
                path,
                order.bought(),
                documents.ofOrder(order.id()).stream()
                        .map(one -> DocumentRow.of(one, folder, rolls, text))
                        .toList(),
                form(order, path + "/documents/billing", typed, errors, text),
                errors);
    }

    private OrderDocuments.@Nullable Form form(
            OrderView order, String path, @Nullable BillingDetails typed, FieldErrors errors, Text text) {
        Standing standing = invoices.standing(order.id());
        if (standing == Standing.NONE || standing == Standing.FINAL) return null;
        BillingDetails said = typed == null ? orders.billing(order.id()) : typed;
        boolean sealed = standing == Standing.SEALED;
        return new OrderDocuments.Form(
                path,
                text.get(sealed ? "invoicing.billing.sealed" : "invoicing.billing.open"),
                switch (standing) {
                    case SEALED -> text.get("invoicing.billing.sealed.hint");
                    case NO_SELLER -> text.get("invoicing.billing.no_seller");
                    case OPEN, NONE, FINAL -> text.get("invoicing.billing.open.hint", order.buyerName());
                },
                BillingForm.fields(said, errors, text),
                text.get(sealed ? "invoicing.billing.correct" : "invoicing.billing.make"),
                sealed ? text.get("invoicing.billing.sealed.hint") : null,
                errors.any() || !sealed);
    }
}
