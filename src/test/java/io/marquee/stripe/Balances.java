package io.marquee.stripe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What moves each account's money: one entry for each move. */
final class Balances {
    private static final long DAYS_UNTIL_AVAILABLE = 3L * 24 * 60 * 60;

    private final World world;

    Balances(World world) {
        this.world = world;
    }

    /** What Stripe keeps of a card payment: 1.5 % and 25 of the smallest coins, and never more than the payment. */
    static long stripeFee(long amount) {
        return Math.min(amount, Math.round(amount * 0.015) + 25);
    }

    Thing move(Book book, String type, String category, Thing source, long amount, List<Thing> fees) {
        long fee = fees.stream().mapToLong(each -> each.number("amount")).sum();
        boolean later = type.equals("charge") || type.equals("payment");
        return book.add(world.make("txn", "balance_transaction")
                .with("amount", amount)
                .with("currency", source.text("currency"))
                .with("fee", fee)
                .with("fee_details", fees)
                .with("net", amount - fee)
                .with("type", type)
                .with("reporting_category", category)
                .with("balance_type", "payments")
                .with("source", source.id())
                .with("description", source.maybe("description"))
                .with("available_on", world.now() + (later ? DAYS_UNTIL_AVAILABLE : 0))
                .with("status", later ? "pending" : "available")
                .nothing("exchange_rate"));
    }

    static Thing fee(String type, long amount, String currency) {
        return new Thing()
                .with("amount", amount)
                .with("currency", currency)
                .with("type", type)
                .with("description", type.equals("stripe_fee") ? "Stripe processing fees" : "Application fee")
                .nothing("application");
    }

    /** Everything that is pending can be paid out from now on. */
    void settle(Book book) {
        book.all("balance_transaction").forEach(move -> move.put("status", "available"));
    }

    Thing balance(Call call) {
        return new Thing()
                .with("object", "balance")
                .with("livemode", false)
                .with("available", sums(call.book(), "available"))
                .with("pending", sums(call.book(), "pending"));
    }

    private static List<Thing> sums(Book book, String status) {
        Map<String, Long> byCurrency = new TreeMap<>();
        book.all("balance_transaction")
                .forEach(move -> byCurrency.merge(
                        move.text("currency"), move.is("status", status) ? move.number("net") : 0, Long::sum));
        List<Thing> sums = new ArrayList<>();
        byCurrency.forEach((currency, amount) -> sums.add(new Thing()
                .with("amount", amount)
                .with("currency", currency)
                .with("source_types", new Thing().with("card", amount))));
        return sums;
    }

    static long available(Book book, String currency) {
        return book.all("balance_transaction")
                .filter(move -> move.is("currency", currency) && move.is("status", "available"))
                .mapToLong(move -> move.number("net"))
                .sum();
    }
}
