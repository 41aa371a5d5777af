package io.marquee.pricing;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A promo code, as an event's team edits it.
 *
 * @param code as it is compared: upper case
 * @param rate off each ticket; null where it is an amount, or nothing
 * @param amount off each ticket, or off the cart
 * @param wholeCart whether the amount comes off once, instead of off each ticket
 * @param unlocks whether hidden ticket types among its own are shown to whoever has it
 * @param limit how many orders may use it; null for as many as come
 * @param perPerson how many orders of one person; null for no limit
 */
public record CodeDetails(
        String code,
        @Nullable Percentage rate,
        @Nullable Money amount,
        boolean wholeCart,
        boolean unlocks,
        Scope scope,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Integer limit,
        @Nullable Integer perPerson) {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9_-]{2,39}");
    private static final int MOST = 10_000_000;

    public CodeDetails {
        code = normalised(code);
        wholeCart = wholeCart && amount != null;
    }

    /** People write codes as they like. */
    static String normalised(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT);
    }

    /** What it does to prices; null where it only unlocks. */
    public @Nullable Reduction reduction() {
        if (rate != null) return new Reduction.Percent(rate);
        if (amount == null) return null;
        return wholeCart
                ? new Reduction.WholeCart(amount.amount(), amount.currency())
                : new Reduction.EachTicket(amount.amount(), amount.currency());
    }

    /** @throws InvalidInput with every rule that is broken */
    void check() {
        InvalidInput.gather()
                .check(FORM.matcher(code).matches(), "code", "code_form")
                .check(rate == null || amount == null, "amount.amount", "one_of_both")
                .check(rate != null || amount != null || unlocks, "percent", "code_does_nothing")
                .check(rate == null || rate.isShare(), "percent", "percent_range")
                .check(
                        amount == null || amount.isPositive() && amount.amount() <= Amounts.DEAREST,
                        "amount.amount",
                        "price_range")
                .check(limit == null || limit >= 1 && limit <= MOST, "limit", "range", 1, MOST)
                .check(perPerson == null || perPerson >= 1 && perPerson <= MOST, "perPerson", "range", 1, MOST)
                .check(
                        startsAt == null || endsAt == null || endsAt.isAfter(startsAt),
                        "endsAt",
                        "code_ends_before_start")
                .orThrow();
    }
}
