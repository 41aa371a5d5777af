package io.marquee.pricing;

import io.marquee.kernel.Money;
import java.util.List;
import java.util.UUID;

/**
 * A line as its buyer sees it, the same in a quote, a hold and an order: what the organizer pays out of the price is left
 * out.
 *
 * @param price of one, before anything
 * @param discount off all of them
 * @param net without taxes and fees
 * @param tax inside the price and on top
 * @param fee on top
 * @param entries how the total came about, step by step
 */
public record PricedLine(
        UUID ticketType,
        String name,
        int quantity,
        Money price,
        Money discount,
        Money net,
        Money tax,
        Money fee,
        Money total,
        List<Entry> entries) {

    public static PricedLine of(String name, QuoteLine cost) {
        return new PricedLine(
                cost.ticketType(),
                name,
                cost.quantity(),
                cost.price(),
                cost.discount(),
                cost.net(),
                cost.tax(),
                cost.fee(),
                cost.total(),
                cost.entries().stream()
                        .filter(entry -> entry.kind() != Entry.Kind.FEE_ABSORBED)
                        .toList());
    }
}
