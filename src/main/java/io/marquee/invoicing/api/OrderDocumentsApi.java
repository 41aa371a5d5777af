package io.marquee.invoicing.api;

import io.marquee.invoicing.DocumentPapers;
import io.marquee.invoicing.DocumentView;
import io.marquee.invoicing.Documents;
import io.marquee.invoicing.Invoices;
import io.marquee.invoicing.api.Answers.Document;
import io.marquee.invoicing.api.Answers.Items;
import io.marquee.ordering.BillingDetails;
import io.marquee.ordering.OrderId;
import io.marquee.ordering.OrderReads;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An order's receipts, invoices and credit notes. */
@RestController
@RequestMapping("/api/v1/orders/{id}")
@Tag(name = "Documents")
class OrderDocumentsApi {
    private final Documents documents;
    private final DocumentPapers papers;
    private final Invoices invoices;
    private final OrderReads orders;

    OrderDocumentsApi(Documents documents, DocumentPapers papers, Invoices invoices, OrderReads orders) {
        this.documents = documents;
        this.papers = papers;
        this.invoices = invoices;
        this.orders = orders;
    }

    @Operation(
            summary = "List an order's documents",
            description =
                    "In the order in which they were made, seconds after the payment or refund. A free order has a "
                            + "confirmation without a number.")
    @GetMapping("/documents")
    Items<Document> list(@PathVariable OrderId id) {
        return new Items<>(documents.ofOrder(id).stream().map(Document::of).toList(), null);
    }

    @Operation(summary = "Read one of an order's documents", description = "It never changes.")
    @GetMapping("/documents/{document}")
    Document read(@PathVariable OrderId id, @PathVariable UUID document) {
        return Document.of(documents.ofOrder(id, document));
    }

    @Operation(summary = "One of an order's documents as PDF", description = "In the buyer's language, A4.")
    @GetMapping(value = "/documents/{document}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> pdf(@PathVariable OrderId id, @PathVariable UUID document) {
        DocumentView found = documents.ofOrder(id, document);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + found.fileName() + ".pdf\"")
                .body(papers.pdf(found));
    }

    @Operation(
            summary = "Whom an order's invoice is for",
            description = "Blank where nobody said: then it is the buyer.")
    @GetMapping("/billing")
    BillingDetails billing(@PathVariable OrderId id) {
        return orders.billing(id);
    }

    @Operation(
            summary = "Say whom an order's invoice is for, and have it made",
            description = "It is made within seconds. One that was made before is taken back by a credit note and made "
                    + "again. Refused once money went back.")
    @PutMapping("/billing")
    @ResponseStatus(HttpStatus.ACCEPTED)
    BillingDetails bill(@PathVariable OrderId id, @RequestBody BillingDetails billing) {
        invoices.bill(id, billing);
        return orders.billing(id);
    }
}
