package io.marquee.invoicing.web;

import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.invoicing.DocumentKind;
import io.marquee.invoicing.DocumentView;
import io.marquee.invoicing.Documents;
import io.marquee.kernel.Slice;
import io.marquee.kernel.Wire;
import io.marquee.organization.OrganizationNav;
import io.marquee.organization.OrganizationReads;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.web.Csv;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Pagination;
import io.marquee.platform.web.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** All receipts, invoices and credit notes of an organization, and their export for its books. */
@Controller
@RequestMapping("/manage/organizations/{slug}")
class DocumentListController {
    private static final int PAGE = 50;

    private final OrganizationReads organizations;
    private final Documents documents;
    private final DocumentCsv csv;
    private final Access access;

    DocumentListController(OrganizationReads organizations, Documents documents, DocumentCsv csv, Access access) {
        this.organizations = organizations;
        this.documents = documents;
        this.csv = csv;
        this.access = access;
    }

    @GetMapping("/documents")
    ModelAndView list(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable UUID cursor,
            Page page) {
        OrganizationView organization = organizations.find(slug);
        Slice<DocumentView> found = documents.ofOrganization(organization.id(), DocumentKind.kept(kind), cursor, PAGE);
        String path = OrganizationNav.path(organization) + "/documents";
        String list = path + "?kind=" + kind;
        DocumentList view = new DocumentList(
                OrganizationNav.of(organization, OrganizationNav.Entry.DOCUMENTS, access, page.text()),
                path,
                kind,
                kinds(page.text()),
                found.items().stream()
                        .map(one -> DocumentRow.of(one, "/manage/documents", page.text()))
                        .toList(),
                new Pagination(
                        cursor == null ? null : list, found.next() == null ? null : list + "&cursor=" + found.next()));
        return page.titled(page.text().get("invoicing.list.title", organization.name()))
                .hue(organization.hue())
                .show("invoicing/list", "view", view);
    }

    @GetMapping("/documents.csv")
    ResponseEntity<StreamingResponseBody> export(
            @PathVariable String slug, @RequestParam(defaultValue = "") String kind) {
        OrganizationView organization = organizations.find(slug);
        access.require(Permission.SEE_ORDERS, organization.id());
        return ResponseEntity.ok()
                .contentType(Csv.TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"documents-" + organization.slug() + ".csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(csv.of(organization.id(), DocumentKind.kept(kind)));
    }

    private static List<Option> kinds(Text text) {
        List<Option> options = new ArrayList<>(List.of(Option.of("", text.get("invoicing.list.all"))));
        DocumentKind.KEPT.forEach(kind -> options.add(Option.of(Wire.name(kind), text.of("invoicing.kind", kind))));
        return options;
    }
}
