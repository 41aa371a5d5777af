package io.marquee.stripe;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Money on its way to a bank account. */
final class Payouts {
    private static final long TWO_DAYS = 2L * 24 * 60 * 60;
    private static final Map<String, String> REASONS = Map.of(
            "account_closed", "The bank account has been closed.",
            "no_account", "The bank account details on file are probably incorrect.");

    private final World world;
    private final Balances balances;

    Payouts(World world, Balances balances) {
        this.world = world;
        this.balances = balances;
    }

    Thing create(Call call) {
        String currency = call.need("currency").toLowerCase(Locale.ROOT);
        long amount = call.needNumber("amount");
        if (Balances.available(call.book(), currency) < amount) {
            throw Refused.invalid(
                    "balance_insufficient", "You have insufficient funds in your Stripe account for this transfer.");
        }
        return make(call.book(), amount, currency, false).with("metadata", call.metadata());
    }

    /** Everything that is available goes, as the schedule says. */
    Thing automatic(Book book, String currency) {
        List<Thing> moves = book.all("balance_transaction")
                .filter(move -> move.is("currency", currency)
                        && move.is("status", "available")
                        && move.maybe("_payout") == null)
                .toList();
        Thing payout = make(book, Balances.available(book, currency), currency, true);
        moves.forEach(move -> move.put("_payout", payout.id()));
        return payout;
    }

    private Thing make(Book book, long amount, String currency, boolean automatic) {
        Thing payout = book.add(world.make("po", "payout")
                .with("amount", amount)
                .with("arrival_date", world.now() + TWO_DAYS)
                .with("automatic", automatic)
                .with("currency", currency)
                .with("description", automatic ? "STRIPE PAYOUT" : null)
                .with("destination", bank(book))
                .with("metadata", new Thing())
                .with("method", "standard")
                .with("reconciliation_status", automatic ? "completed" : "not_applicable")
                .with("source_type", "card")
                .with("status", "pending")
                .with("type", "bank_account")
                .nothing(
                        "application_fee",
                        "application_fee_amount",
                        "failure_balance_transaction",
                        "failure_code",
                        "failure_message",
                        "original_payout",
                        "reversed_by",
                        "statement_descriptor"));
        Thing move = balances.move(book, "payout", "payout", payout, -amount, List.of());
        move.put("_payout", payout.id());
        payout.put("balance_transaction", move.id());
        world.events.tell(book, "payout.created", payout);
        return payout;
    }

    private @org.jspecify.annotations.Nullable String bank(Book book) {
        if (book.account == null) return null;
        Object accounts = world.platform
                .get("account", book.account)
                .inner("external_accounts")
                .get("data");
        return accounts instanceof List<?> list && !list.isEmpty() && list.getFirst() instanceof Thing bank
                ? bank.id()
                : null;
    }

    Thing arrive(Book book, Thing payout) {
        if (!payout.is("status", "pending") && !payout.is("status", "in_transit")) return payout;
        payout.with("status", "paid").with("arrival_date", world.now());
        world.events.tell(book, "payout.paid", payout);
        return payout;
    }

    /** The bank sends it back; that may happen after it was paid. */
    Thing fail(Book book, Thing payout, String code) {
        if (payout.is("status", "failed") || payout.is("status", "canceled")) return payout;
        Thing back =
                balances.move(book, "payout_failure", "payout_reversal", payout, payout.number("amount"), List.of());
        payout.with("status", "failed")
                .with("failure_code", code)
                .with("failure_message", REASONS.getOrDefault(code, "The bank could not process this payout."))
                .with("failure_balance_transaction", back.id());
        world.events.tell(book, "payout.failed", payout);
        return payout;
    }

    Thing cancel(Call call) {
        Thing payout = call.book().get("payout", call.id());
        if (!payout.is("status", "pending"))
            throw Refused.invalid(null, "Payouts can only be canceled while they are pending.");
        Thing back = balances.move(
                call.book(), "payout_cancel", "payout_reversal", payout, payout.number("amount"), List.of());
        payout.with("status", "canceled").with("failure_balance_transaction", back.id());
        world.events.tell(call.book(), "payout.canceled", payout);
        return payout;
    }
}
