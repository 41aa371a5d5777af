package io.marquee.pricing;

import io.marquee.kernel.Money;
import java.math.BigInteger;

/**
 * What a part of a line's total is made of: {@code net + tax + fee} is that part.
 *
 * @param absorbed fees that the organizer pays out of {@code net}
 */
public record LinePart(Money net, Money tax, Money fee, Money absorbed) {

    /**
     * The part that follows what was taken of the line before. Parts that follow one another lose nothing: whatever their
     * sizes, their taxes are never more than half a unit off their exact share, none is below zero, and together they are the
     * line.
     *
     * @param before how much of the total the earlier parts were
     * @param amount how much this one is
     */
    public static LinePart of(QuoteLine line, Money before, Money amount) {
        LinePart from = first(line, before);
        LinePart to = first(line, before.plus(amount));
        return new LinePart(
                to.net.minus(from.net),
                to.tax.minus(from.tax),
                to.fee.minus(from.fee),
                to.absorbed.minus(from.absorbed));
    }

    /** Everything up to a point: one share after the other, each out of what the one before has left, so that all of them only grow. */
    private static LinePart first(QuoteLine line, Money upTo) {
        Money tax = share(line.tax(), upTo, line.total());
        Money rest = upTo.minus(tax);
        Money fee = share(line.fee(), rest, line.net().plus(line.fee()));
        Money net = rest.minus(fee);
        return new LinePart(net, tax, fee, share(line.absorbed(), net, line.net()));
    }

    private static Money share(Money of, Money part, Money whole) {
        BigInteger product = Exact.times(of.amount(), part.amount());
        return new Money(whole.isZero() ? 0 : Exact.divide(product, whole.amount()), of.currency());
    }
}
