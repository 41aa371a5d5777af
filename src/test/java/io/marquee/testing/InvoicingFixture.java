package io.marquee.testing;

import io.marquee.event.EventView;
import io.marquee.invoicing.DocumentKind;
import io.marquee.invoicing.DocumentView;
import io.marquee.invoicing.Documents;
import io.marquee.invoicing.SellerDetails;
import io.marquee.invoicing.Sellers;
import io.marquee.kernel.OrganizationId;
import io.marquee.ordering.OrderView;
import io.marquee.platform.tenancy.Acting;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.springframework.stereotype.Component;

/** Sellers who say who they are, and the documents that the job makes. */
@Component
public class InvoicingFixture {
    private final Sellers sellers;
    private final Documents documents;
    private final Acting acting;

    InvoicingFixture(Sellers sellers, Documents documents, Acting acting) {
        this.sellers = sellers;
        this.documents = documents;
        this.acting = acting;
    }

    /** From Porto, with a tax number, making invoices at once. */
    public static SellerDetails pier() {
        return new SellerDetails(
                "Pier 14 Concertos Lda",
                "Rua do Cais 14\n4050-014 Porto",
                "PT",
                "PT507432108",
                "PIER",
                "IBAN PT50 0002 0123 1234 5678 9015 4",
                "Europe/Lisbon",
                0);
    }

    public void say(OrganizationId organization, SellerDetails details) {
        acting.as(EventFixture.owner(organization), () -> sellers.edit(organization, details));
    }

    public EventView selling(EventView event) {
        say(event.organization(), pier());
        return event;
    }

    public List<DocumentView> now(OrderView order) {
        return acting.asSystem(order.organization(), () -> documents.ofOrder(order.id()));
    }

    /** Once the job has made so many. */
    public List<DocumentView> of(OrderView order, int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> now(order).size() >= count);
        return now(order);
    }

    public static DocumentView first(List<DocumentView> documents, DocumentKind kind) {
        return documents.stream().filter(d -> d.kind() == kind).findFirst().orElseThrow();
    }
}
