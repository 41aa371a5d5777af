package io.marquee.invoicing;

import io.marquee.kernel.InvalidInput;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who sells, as it stands on invoices.
 *
 * @param address street, place and postal code, on as many lines as it takes
 * @param country ISO 3166-1 alpha-2
 * @param taxId such as a VAT number; blank for who has none
 * @param prefix of the numbers; blank for none
 * @param footer below each document, such as a bank account or why there is no tax
 * @param timeZone whose calendar says which day and year it is
 * @param waitDays for how long buyers can still say whom an invoice is for, before it is made by itself
 */
public record SellerDetails(
        String legalName,
        String address,
        String country,
        String taxId,
        String prefix,
        String footer,
        String timeZone,
        int waitDays) {
    public static final int LONGEST_LINE = 200;
    public static final int LONGEST_TEXT = 500;
    public static final int LONGEST_PREFIX = 12;
    public static final int LONGEST_WAIT = 30;
    static final int USUAL_WAIT = 3;
    static final SellerDetails UNKNOWN = new SellerDetails("", "", "", "", "", "", "UTC", USUAL_WAIT);
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    public SellerDetails(
            @Nullable String legalName,
            @Nullable String address,
            @Nullable String country,
            @Nullable String taxId,
            @Nullable String prefix,
            @Nullable String footer,
            @Nullable String timeZone,
            int waitDays) {
        this.legalName = tidy(legalName);
        this.address = tidy(address);
        this.country = tidy(country).toUpperCase(Locale.ROOT);
        this.taxId = tidy(taxId);
        this.prefix = tidy(prefix).toUpperCase(Locale.ROOT);
        this.footer = tidy(footer);
        this.timeZone = tidy(timeZone);
        this.waitDays = waitDays;
    }

    private static String tidy(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip().replace("\r\n", "\n");
    }

    /** Whether invoices can be made out by them. */
    public boolean complete() {
        return !legalName.isEmpty();
    }

    ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    SellerDetails checked() {
        InvalidInput.gather()
                .check(!legalName.isEmpty(), "legalName", "required")
                .check(!address.isEmpty(), "address", "required")
                .check(COUNTRIES.contains(country), "country", "unknown_country")
                .check(isOneLine(legalName), "legalName", "one_line")
                .check(isOneLine(taxId), "taxId", "one_line")
                .check(isOneLine(address.replace("\n", "")), "address", "value")
                .check(isOneLine(footer.replace("\n", "")), "footer", "value")
                .check(legalName.length() <= LONGEST_LINE, "legalName", "too_long", LONGEST_LINE)
                .check(taxId.length() <= LONGEST_LINE, "taxId", "too_long", LONGEST_LINE)
                .check(address.length() <= LONGEST_TEXT, "address", "too_long", LONGEST_TEXT)
                .check(footer.length() <= LONGEST_TEXT, "footer", "too_long", LONGEST_TEXT)
                .check(
                        prefix.matches("[A-Z0-9-]{0," + LONGEST_PREFIX + "}"),
                        "prefix",
                        "invoice_prefix",
                        LONGEST_PREFIX)
                .check(isZone(timeZone), "timeZone", "unknown_time_zone", timeZone)
                .check(waitDays >= 0 && waitDays <= LONGEST_WAIT, "waitDays", "out_of_range", 0, LONGEST_WAIT)
                .orThrow();
        return this;
    }

    private static boolean isOneLine(String text) {
        return text.codePoints().noneMatch(Character::isISOControl);
    }

    private static boolean isZone(String name) {
        try {
            return !ZoneId.of(name).getId().isEmpty();
        } catch (DateTimeException e) {
            return false;
        }
    }
}
