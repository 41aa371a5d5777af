package io.marquee.stripe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Stripe would say of the money, to be compared with what we say. */
public final class TheirBooks {
    private final World world;

    TheirBooks(World world) {
        this.world = world;
    }

    /**
     * One payment.
     *
     * @param reference what the product called it
     * @param taken in minor units
     * @param refunded what went back of it, or is on its way
     */
    public record Money(String intent, String reference, long taken, long refunded) {}

    /** All payments that took money. */
    public List<Money> money() {
        synchronized (world) {
            return world.books()
                    .flatMap(book -> book.all("payment_intent")
                            .filter(intent -> intent.number("amount_received") > 0)
                            .map(intent -> money(book, intent)))
                    .toList();
        }
    }

    private static Money money(Book book, Thing intent) {
        return new Money(
                intent.id(),
                String.valueOf(intent.inner("metadata").maybe("reference")),
                intent.number("amount_received"),
                book.get("charge", intent.text("latest_charge")).number("amount_refunded"));
    }

    /** Those that no bank has decided yet. */
    public List<String> disputes() {
        synchronized (world) {
            return world.books()
                    .flatMap(book -> book.all("dispute"))
                    .filter(dispute -> !dispute.is("status", "won") && !dispute.is("status", "lost"))
                    .map(Thing::id)
                    .toList();
        }
    }

    /** What the platform has of its payments, whether it can be paid out already or not. */
    public long balance() {
        synchronized (world) {
            return world.platform
                    .all("balance_transaction")
                    .mapToLong(move -> move.number("net"))
                    .sum();
        }
    }

    /** The intent that a session led to, or null when nobody tried to pay. */
    public @Nullable String intentOf(String session) {
        synchronized (world) {
            return world.bookOf(session).get(Sessions.KIND, session).maybe("payment_intent");
        }
    }
}
