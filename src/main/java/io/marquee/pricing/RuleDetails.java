package io.marquee.pricing;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * A tax, a fee or a group discount, as an event's team edits it.
 *
 * @param name as buyers read it; a group discount needs none
 * @param rate of the price; a tax needs one, the others may have an amount instead, a fee both
 * @param amount for each ticket
 * @param onTop whether a tax comes on top of the price, or a fee is the buyer's to pay
 * @param onFees whether a tax is on fees that the buyer pays too
 * @param from how many tickets make a group; null for others
 */
public record RuleDetails(
        Kind kind,
        String name,
        @Nullable Percentage rate,
        @Nullable Money amount,
        boolean onTop,
        boolean onFees,
        @Nullable Integer from,
        Scope scope) {
    private static final int LONGEST_NAME = 80;

    public enum Kind {
        TAX,
        FEE,
        GROUP_DISCOUNT
    }

    public RuleDetails {
        name = name.strip();
        onTop = onTop && kind != Kind.GROUP_DISCOUNT;
        onFees = onFees && kind == Kind.TAX;
        from = kind == Kind.GROUP_DISCOUNT ? from : null;
    }

    /** A tax on the tickets alone, or no tax. */
    public RuleDetails(
            Kind kind,
            String name,
            @Nullable Percentage rate,
            @Nullable Money amount,
            boolean onTop,
            @Nullable Integer from,
            Scope scope) {
        this(kind, name, rate, amount, onTop, false, from, scope);
    }

    RuleDetails within(Scope other) {
        return new RuleDetails(kind, name, rate, amount, onTop, onFees, from, other);
    }

    /** @throws InvalidInput with every rule that is broken */
    void check() {
        boolean group = kind == Kind.GROUP_DISCOUNT;
        InvalidInput.gather()
                .check(group || !name.isEmpty(), "name", "required")
                .check(name.length() <= LONGEST_NAME, "name", "too_long", LONGEST_NAME)
                .check(name.codePoints().noneMatch(Character::isISOControl), "name", "one_line")
                .check(rate != null || amount != null, "percent", kind == Kind.TAX ? "required" : "rate_or_amount")
                .check(rate == null || rate.isShare(), "percent", "percent_range")
                .check(amount == null || kind != Kind.TAX, "amount.amount", "not_for_taxes")
                .check(!group || rate == null || amount == null, "amount.amount", "one_of_both")
                .check(amount == null || amount.isPositive(), "amount.amount", "price_range")
                .check(amount == null || amount.amount() <= Amounts.DEAREST, "amount.amount", "price_range")
                .check(!group || from != null, "from", "required")
                .check(!group || from == null || from >= 2 && from <= 100, "from", "range", 2, 100)
                .orThrow();
    }
}
