package io.marquee.invoicing.api;

import io.marquee.invoicing.DocumentKind;
import io.marquee.invoicing.Documents;
import io.marquee.invoicing.SellerDetails;
import io.marquee.invoicing.Sellers;
import io.marquee.invoicing.api.Answers.Document;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Slice;
import io.marquee.organization.OrganizationReads;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who sells, and all that was made out to buyers. */
@RestController
@RequestMapping("/api/v1/organizations/{idOrSlug}")
@Tag(name = "Documents")
class OrganizationDocumentsApi {
    private static final int MOST = 100;

    private final OrganizationReads organizations;
    private final Documents documents;
    private final Sellers sellers;

    OrganizationDocumentsApi(OrganizationReads organizations, Documents documents, Sellers sellers) {
        this.organizations = organizations;
        this.documents = documents;
        this.sellers = sellers;
    }

    @Operation(summary = "List an organization's receipts, invoices and credit notes", description = "Newest first.")
    @GetMapping("/documents")
    Slice<Document> list(
            @PathVariable String idOrSlug,
            @Parameter(description = "receipt, invoice or credit_note; left out for all")
                    @RequestParam(defaultValue = "")
                    String kind,
            @RequestParam(required = false) @Nullable UUID cursor,
            @Parameter(description = "1 to 100") @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) throw InvalidInput.at("limit", "out_of_range", 1, MOST);
        return documents
                .ofOrganization(organizations.find(idOrSlug).id(), DocumentKind.kept(kind), cursor, limit)
                .map(Document::of);
    }

    /**
     * Who sells, as it stands on documents from now on.
     *
     * @param country ISO 3166-1 alpha-2
     * @param waitDays until an invoice is made by itself, 0 to 30
     */
    record Seller(
            @Schema(example = "Pier 14 Concertos Lda") @Nullable
            String legalName,

            @Schema(example = "Rua do Cais 14\n4050-014 Porto") @Nullable
            String address,

            @Schema(example = "PT") @Nullable String country,
            @Schema(example = "PT507432108") @Nullable String taxId,
            @Schema(example = "PIER") @Nullable String prefix,
            @Nullable String footer,
            @Schema(example = "Europe/Lisbon") @Nullable String timeZone,
            @Schema(example = "3") @Nullable Integer waitDays) {
        static Seller of(SellerDetails details) {
            return new Seller(
                    details.legalName(),
                    details.address(),
                    details.country(),
                    details.taxId(),
                    details.prefix(),
                    details.footer(),
                    details.timeZone(),
                    details.waitDays());
        }

        SellerDetails details() {
            return new SellerDetails(
                    legalName,
                    address,
                    country,
                    taxId,
                    prefix,
                    footer,
                    timeZone,
                    Objects.requireNonNullElse(waitDays, -1));
        }
    }

    @Operation(summary = "Who sells, as it stands on invoices", description = "Blank where nothing was said yet.")
    @GetMapping("/seller")
    Seller seller(@PathVariable String idOrSlug) {
        return Seller.of(sellers.shown(organizations.find(idOrSlug).id()));
    }

    @Operation(
            summary = "Say who sells",
            description = "Documents that were made before stay. Invoices that waited for it are made.")
    @PutMapping("/seller")
    Seller say(@PathVariable String idOrSlug, @RequestBody Seller seller) {
        return Seller.of(sellers.edit(organizations.find(idOrSlug).id(), seller.details()));
    }
}
