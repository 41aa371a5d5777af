package io.marquee.ordering;

import io.marquee.kernel.InvalidInput;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom an invoice is for, as the buyer said it. Blank parts were not said.
 *
 * @param company the name that stands on the invoice; blank for the buyer's own
 * @param address street, place and postal code, on as many lines as it takes
 * @param country ISO 3166-1 alpha-2
 * @param taxId such as a VAT number
 */
public record BillingDetails(
        @Schema(example = "Tidewater Lda") String company,
        @Schema(example = "Rua do Cais 14\n1200-001 Lisboa") String address,
        @Schema(example = "PT") String country,
        @Schema(example = "PT507432108") String taxId) {
    public static final BillingDetails EMPTY = new BillingDetails("", "", "", "");
    public static final int LONGEST_LINE = 200;
    public static final int LONGEST_ADDRESS = 500;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    public BillingDetails(
            @Nullable String company, @Nullable String address, @Nullable String country, @Nullable String taxId) {
        this.company = Objects.requireNonNullElse(company, "").strip();
        this.address = Objects.requireNonNullElse(address, "").strip().replace("\r\n", "\n");
        this.country = Objects.requireNonNullElse(country, "").strip().toUpperCase(Locale.ROOT);
        this.taxId = Objects.requireNonNullElse(taxId, "").strip();
    }

    public boolean isEmpty() {
        return equals(EMPTY);
    }

    /** @throws InvalidInput at {@code billing.company} and so on: an invoice to somebody else needs at least name and address */
    public BillingDetails checked() {
        InvalidInput.gather()
                .check(isEmpty() || !company.isEmpty(), "billing.company", "required")
                .check(isEmpty() || !address.isEmpty(), "billing.address", "required")
                .check(isEmpty() || COUNTRIES.contains(country), "billing.country", "unknown_country")
                .check(company.length() <= LONGEST_LINE, "billing.company", "too_long", LONGEST_LINE)
                .check(address.length() <= LONGEST_ADDRESS, "billing.address", "too_long", LONGEST_ADDRESS)
                .check(taxId.length() <= LONGEST_LINE, "billing.taxId", "too_long", LONGEST_LINE)
                .check(isOneLine(company), "billing.company", "one_line")
                .check(isOneLine(address.replace("\n", "")), "billing.address", "value")
                .check(isOneLine(taxId), "billing.taxId", "one_line")
                .orThrow();
        return this;
    }

    private static boolean isOneLine(String text) {
        return text.codePoints().noneMatch(Character::isISOControl);
    }
}
