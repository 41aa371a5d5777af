package io.marquee.invoicing;

import io.marquee.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a document says, as it was sealed: nothing in it is looked up again. Wire format: fields are added, never changed.
 *
 * <p>All amounts are minor units of the currency, also in credit notes, where they are what was taken back.
 *
 * @param language of the buyer: "de"
 * @param suppliedOn the day of the event
 * @param paidWith the payment provider's word; null where nothing was paid
 * @param refersTo the label of the document that a credit note takes back from
 * @param reason of a credit note
 * @param tender of what was paid at the box office; null for all else, and for what was sealed before it was kept
 */
public record Sheet(
        String language,
        LocalDate issuedOn,
        LocalDate suppliedOn,
        Party seller,
        Party buyer,
        String orderCode,
        String eventTitle,
        String currency,
        List<Line> lines,
        @Nullable LocalDate paidOn,
        @Nullable String paidWith,
        @Nullable String refersTo,
        @Nullable String reason,
        String footer,
        @Nullable Tender tender) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Blank parts are left out of the print. */
    public record Party(String name, String address, String country, String taxId) {}

    /**
     * How somebody paid who stood there.
     *
     * @param given by the buyer
     * @param change of it
     * @param slip what the seller noted of the card reader's slip, or blank
     */
    public record Tender(long given, long change, String slip) {}

    /**
     * @param rate in percent, as text
     * @param onFees whether it is a share of the line's fees; null or false: of its net
     */
    public record Tax(
            String name, String rate, long amount, @Nullable Boolean onFees) {
        public Tax(String name, String rate, long amount) {
            this(name, rate, amount, null);
        }

        boolean isOnFees() {
            return Boolean.TRUE.equals(onFees);
        }
    }

    public record Fee(String name, long amount) {}

    /**
     * {@code net} with its taxes and fees is the total.
     *
     * @param position of the order's line, from 1
     * @param price of one, as it was on offer
     * @param discount off all of them
     */
    public record Line(
            int position,
            String name,
            int quantity,
            long price,
            long discount,
            long net,
            List<Tax> taxes,
            List<Fee> fees,
            long total) {}

    /** The tax of one rate, over all lines; {@code base} is what it is a share of. Without a name: what no tax is on. */
    public record TaxRow(String name, String rate, long base, long amount) {}

    public long net() {
        return sum(Line::net);
    }

    public long tax() {
        return sum(line -> line.taxes().stream().mapToLong(Tax::amount).sum());
    }

    public long fee() {
        return sum(line -> line.fees().stream().mapToLong(Fee::amount).sum());
    }

    public long total() {
        return sum(Line::total);
    }

    private long sum(ToLongFunction<Line> part) {
        return lines.stream().mapToLong(part).sum();
    }

    public Money money(long amount) {
        return new Money(amount, Currency.getInstance(currency));
    }

    /** By name and rate, the highest rate first; what no tax is on last. */
    public List<TaxRow> taxRows() {
        record Rate(String name, String rate) {}
        Map<Rate, TaxRow> rows = new LinkedHashMap<>();
        long untaxed = 0;
        for (Line line : lines) {
            long fees = line.fees().stream().mapToLong(Fee::amount).sum();
            for (Tax tax : line.taxes()) {
                rows.merge(
                        new Rate(tax.name(), tax.rate()),
                        new TaxRow(tax.name(), tax.rate(), tax.isOnFees() ? fees : line.net(), tax.amount()),
                        (a, b) -> new TaxRow(a.name(), a.rate(), a.base() + b.base(), a.amount() + b.amount()));
            }
            if (line.taxes().stream().noneMatch(Tax::isOnFees)) untaxed += fees;
            if (line.taxes().stream().allMatch(Tax::isOnFees)) untaxed += line.net();
        }
        List<TaxRow> sorted = new ArrayList<>(rows.values());
        sorted.sort(Comparator.comparing((TaxRow row) -> new java.math.BigDecimal(row.rate()))
                .reversed()
                .thenComparing(TaxRow::name));
        if (untaxed != 0) sorted.add(new TaxRow("", "0", untaxed, 0));
        return sorted;
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    static Sheet read(String json) {
        return JSON.readValue(json, Sheet.class);
    }
}
