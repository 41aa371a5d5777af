package io.marquee.invoicing.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.invoicing.DocumentPapers;
import io.marquee.invoicing.DocumentView;
import io.marquee.invoicing.Documents;
import io.marquee.invoicing.Invoices;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Refusal;
import io.marquee.ordering.BillingDetails;
import io.marquee.ordering.BillingForm;
import io.marquee.ordering.OrderReads;
import io.marquee.ordering.OrderView;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An order's receipts and invoices for its event's team. */
@Controller
class TeamDocumentsController {
    private static final String OF_ORDER = "/manage/events/{slug}/orders/{code}/documents";
    private static final String FOLDER = "/manage/documents";

    private final EventReads events;
    private final OrderReads orders;
    private final Documents documents;
    private final Invoices invoices;
    private final OrderDocumentsPages pages;
    private final DocumentPapers papers;
    private final DocumentFiles files;
    private final Access access;

    TeamDocumentsController(
            EventReads events,
            OrderReads orders,
            Documents documents,
            Invoices invoices,
            OrderDocumentsPages pages,
            DocumentPapers papers,
            DocumentFiles files,
            Access access) {
        this.events = events;
        this.orders = orders;
        this.documents = documents;
        this.invoices = invoices;
        this.pages = pages;
        this.papers = papers;
        this.files = files;
        this.access = access;
    }

    @GetMapping(OF_ORDER)
    ModelAndView list(@PathVariable String slug, @PathVariable String code, Page page) {
        EventView event = events.where(Permission.SEE_ORDERS, slug);
        return listed(event, orders.byCode(event.id(), code), null, FieldErrors.none(), page);
    }

    @PostMapping(OF_ORDER + "/billing")
    ModelAndView bill(
            @PathVariable String slug,
            @PathVariable String code,
            @RequestParam Map<String, String> fields,
            Page page,
            RedirectAttributes redirect) {
        EventView event = events.where(Permission.HANDLE_ORDERS, slug);
        OrderView order = orders.byCode(event.id(), code);
        BillingDetails typed = BillingForm.of(fields);
        try {
            Flash.after(
                            () -> invoices.bill(order.id(), typed),
                            "invoicing.billing.asked",
                            page.text(),
                            Refusal.Kind.CONFLICT)
                    .with(redirect);
        } catch (InvalidInput invalid) {
            ModelAndView shown = listed(event, order, typed, FieldErrors.of(invalid, page.text()), page);
            shown.setStatus(HttpStatus.valueOf(invalid.kind().status()));
            return shown;
        }
        return SeeOther.to(path(event, order) + "/documents");
    }

    @GetMapping(FOLDER + "/{document}")
    ModelAndView show(@PathVariable UUID document, Page page) {
        DocumentView found = documents.shown(document);
        return page.titled(found.label())
                .show("invoicing/document", "sheet", papers.view(found))
                .addObject("path", FOLDER + "/" + found.id() + "/order");
    }

    /** Back to its order, wherever one came from. */
    @GetMapping(FOLDER + "/{document}/order")
    ModelAndView order(@PathVariable UUID document) {
        DocumentView found = documents.shown(document);
        EventView event = events.byId(found.event());
        return SeeOther.to(path(event, orders.shown(found.order())) + "/documents");
    }

    @GetMapping(FOLDER + "/{document}/document.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable UUID document) {
        return files.pdf(documents.shown(document));
    }

    private ModelAndView listed(
            EventView event, OrderView order, @Nullable BillingDetails typed, FieldErrors errors, Page page) {
        OrderDocuments view = pages.of(order, path(event, order), FOLDER, "", typed, errors, page.text());
        return page.titled(page.text().get("invoicing.documents.title"))
                .hue(event.details().hue())
                .show("invoicing/order-team", "view", view)
                .addObject("nav", ManageNav.of(event, ManageNav.Entry.ORDERS, access, page.text()));
    }

    private static String path(EventView event, OrderView order) {
        return "/manage/events/" + event.slug() + "/orders/" + order.code();
    }
}
