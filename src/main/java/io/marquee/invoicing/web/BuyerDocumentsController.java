package io.marquee.invoicing.web;

import io.marquee.invoicing.DocumentPapers;
import io.marquee.invoicing.DocumentView;
import io.marquee.invoicing.Documents;
import io.marquee.invoicing.InvoiceRefused;
import io.marquee.invoicing.Invoices;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.ordering.BillingDetails;
import io.marquee.ordering.BillingForm;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.Capabilities;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.ticketing.HoldId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A buyer's receipts and invoices, opened by the order's mailed link. */
@Controller
@RequestMapping("/orders/{token}/documents")
class BuyerDocumentsController {
    private final Capabilities capabilities;
    private final OrderReads orders;
    private final Documents documents;
    private final Invoices invoices;
    private final OrderDocumentsPages pages;
    private final DocumentPapers papers;
    private final DocumentFiles files;
    private final Acting acting;

    BuyerDocumentsController(
            Capabilities capabilities,
            OrderReads orders,
            Documents documents,
            Invoices invoices,
            OrderDocumentsPages pages,
            DocumentPapers papers,
            DocumentFiles files,
            Acting acting) {
        this.capabilities = capabilities;
        this.orders = orders;
        this.documents = documents;
        this.invoices = invoices;
        this.pages = pages;
        this.papers = papers;
        this.files = files;
        this.acting = acting;
    }

    @GetMapping
    ModelAndView list(@PathVariable String token, Page page) {
        return listed(token, capabilities.open(token), null, FieldErrors.none(), page);
    }

    @PostMapping("/billing")
    ModelAndView bill(
            @PathVariable String token,
            @RequestParam Map<String, String> fields,
            Page page,
            RedirectAttributes redirect) {
        Actor.Capability buyer = capabilities.open(token);
        BillingDetails typed = BillingForm.of(fields);
        try {
            acting.as(buyer, () -> invoices.bill(order(buyer).id(), typed));
            Flash.good(page.text().get("invoicing.billing.asked")).with(redirect);
        } catch (InvalidInput invalid) {
            ModelAndView shown = listed(token, buyer, typed, FieldErrors.of(invalid, page.text()), page);
            shown.setStatus(HttpStatus.valueOf(invalid.kind().status()));
            return shown;
        } catch (InvoiceRefused refused) {
            Flash.bad(page.text().why(refused)).with(redirect);
        }
        return SeeOther.to("/orders/" + token + "/documents");
    }

    @GetMapping("/{document}")
    ModelAndView show(@PathVariable String token, @PathVariable UUID document, Page page) {
        DocumentView found = document(token, document);
        return page.titled(found.label())
                .show("invoicing/document", "sheet", papers.view(found))
                .addObject("path", "/orders/" + token + "/documents");
    }

    @GetMapping("/{document}/document.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String token, @PathVariable UUID document) {
        return files.pdf(document(token, document));
    }

    private DocumentView document(String token, UUID document) {
        Actor.Capability buyer = capabilities.open(token);
        return acting.as(buyer, () -> documents.ofOrder(order(buyer).id(), document));
    }

    private ModelAndView listed(
            String token, Actor.Capability buyer, @Nullable BillingDetails typed, FieldErrors errors, Page page) {
        String path = "/orders/" + token;
        OrderDocuments view = acting.as(
                buyer,
                () -> pages.of(order(buyer), path, path + "/documents", path + "/rolls", typed, errors, page.text()));
        return page.titled(page.text().get("invoicing.documents.title")).show("invoicing/order", "view", view);
    }

    private OrderView order(Actor.Capability buyer) {
        OrderView order = orders.byHold(new HoldId(buyer.hold()));
        if (order == null) throw new NotFound("order");
        return order;
    }
}
