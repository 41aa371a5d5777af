package io.marquee.pricing;

import io.marquee.kernel.Money;
import java.util.List;
import java.util.UUID;

/**
 * What so many tickets of one type cost: {@code price × quantity - discount} is what they cost before taxes and fees on
 * top, and {@code net + tax + fee = total} is what is paid.
 *
 * @param price of one, before anything
 * @param net without taxes and fees
 * @param tax all taxes, inside the price and on top
 * @param fee what the buyer pays on top in fees
 * @param absorbed fees that the organizer pays out of {@code net}
 * @param entries how it came about; those that {@link Entry.Kind#counts()} add up to the total
 */
public record QuoteLine(
        UUID ticketType,
        int quantity,
        Money price,
        Money discount,
        Money net,
        Money tax,
        Money fee,
        Money absorbed,
        Money total,
        List<Entry> entries) {

    /** Price times quantity. */
    public static QuoteLine plain(UUID ticketType, int quantity, Money price) {
        Money none = Money.zero(price.currency());
        Money all = price.times(quantity);
        return new QuoteLine(
                ticketType,
                quantity,
                price,
                none,
                all,
                none,
                none,
                none,
                all,
                List.of(new Entry(Entry.Kind.TICKETS, List.of(), all)));
    }

    boolean isPlain() {
        return entries.size() == 1;
    }

    /** What each of the tickets was: they differ by a minor unit at most, the first ones cost more, and they add up. */
    public List<Money> shares() {
        return total.split(quantity);
    }
}
