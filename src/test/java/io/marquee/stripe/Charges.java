package io.marquee.stripe;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was asked of a card's bank, and what it said. */
final class Charges {
    private final World world;
    private final Balances balances;

    Charges(World world, Balances balances) {
        this.world = world;
        this.balances = balances;
    }

    /** @param refusal what the bank said, or null when it agreed */
    Thing make(Book book, Thing intent, Thing method, String status, @Nullable Refused refusal) {
        TestCard card = Methods.cardOf(method);
        boolean captured = status.equals("succeeded") && !intent.is("capture_method", "manual");
        Thing kind = Methods.details(card);
        Thing charge = world.make(card.isCard() ? "ch" : "py", "charge")
                .with("amount", intent.number("amount"))
                .with("amount_captured", captured ? intent.number("amount") : 0)
                .with("amount_refunded", 0)
                .with("application_fee_amount", intent.get("application_fee_amount"))
                .with("billing_details", method.get("billing_details"))
                .with("calculated_statement_descriptor", "MARQUEE")
                .with("captured", captured)
                .with("currency", intent.text("currency"))
                .with("customer", intent.get("customer"))
                .with("description", intent.get("description"))
                .with("disputed", false)
                .with("fraud_details", new Thing())
                .with("metadata", Thing.of(intent.inner("metadata")))
                .with("outcome", outcome(refusal))
                .with("paid", !status.equals("failed"))
                .with("payment_intent", intent.id())
                .with("payment_method", method.id())
                .with(
                        "payment_method_details",
                        new Thing().with("type", method.text("type")).with(method.text("type"), kind))
                .with("receipt_email", intent.get("receipt_email"))
                .with("refunded", false)
                .with("status", status)
                .with("transfer_data", intent.get("transfer_data"))
                .with("transfer_group", intent.get("transfer_group"))
                .with("failure_code", refusal == null ? null : refusal.error.get("code"))
                .with("failure_message", refusal == null ? null : refusal.getMessage())
                .with("_card", card.name())
                .nothing("application", "application_fee", "balance_transaction", "failure_balance_transaction")
                .nothing("on_behalf_of", "receipt_number", "receipt_url", "review", "shipping", "source_transfer")
                .nothing("statement_descriptor", "transfer");
        return book.add(charge);
    }

    private static Thing outcome(@Nullable Refused refusal) {
        return new Thing()
                .with("network_status", refusal == null ? "approved_by_network" : "declined_by_network")
                .with("reason", refusal == null ? null : refusal.error.get("decline_code"))
                .with("risk_level", "normal")
                .with("seller_message", refusal == null ? "Payment complete." : refusal.getMessage())
                .with("type", refusal == null ? "authorized" : "issuer_declined");
    }

    /** What was reserved and is not taken stands among the refunds, though nothing of it is booked. */
    private void listTheRest(Book book, Thing charge, long rest) {
        book.add(world.make("re", "refund")
                .with("amount", rest)
                .with("charge", charge.id())
                .with("currency", charge.text("currency"))
                .with("metadata", new Thing())
                .with("payment_intent", charge.maybe("payment_intent"))
                .with("status", "succeeded")
                .nothing(
                        "balance_transaction",
                        "reason",
                        "receipt_number",
                        "source_transfer_reversal",
                        "transfer_reversal"));
    }

    /**
     * The money is there: it is booked, together with what the platform keeps of it. A charge whose intent is captured
     * asynchronously shows its balance transaction a while later, as Stripe's do.
     */
    void book(Book book, Thing intent, Thing charge, long amount) {
        charge.with("amount_captured", amount).with("captured", true);
        String currency = charge.text("currency");
        if (amount < charge.number("amount")) listTheRest(book, charge, charge.number("amount") - amount);
        long ours = Math.min(amount, intent.number("application_fee_amount"));
        List<Thing> fees = new ArrayList<>(List.of(Balances.fee("stripe_fee", Balances.stripeFee(amount), currency)));
        Thing destination = intent.inner("transfer_data");
        if (destination.isEmpty() && ours > 0) {
            fees.add(Balances.fee("application_fee", ours, currency));
            keepFee(book, charge, charge, ours);
        }
        Thing move = balances.move(book, book(charge), "charge", charge, amount, fees);
        if (!destination.isEmpty()) passOn(charge, destination, amount, ours);
        if (intent.is("capture_method", "automatic_async")) {
            world.later.happens(() -> {
                charge.put("balance_transaction", move.id());
                world.events.tell(book, "charge.updated", charge);
            });
        } else {
            charge.put("balance_transaction", move.id());
        }
    }

    private static String book(Thing charge) {
        return charge.id().startsWith("py") ? "payment" : "charge";
    }

    private void keepFee(Book payer, Thing charge, Thing original, long amount) {
        Thing fee = world.make("fee", "application_fee")
                .with("account", payer.account)
                .with("amount", amount)
                .with("amount_refunded", 0)
                .with("charge", charge.id())
                .with("currency", charge.text("currency"))
                .with("originating_transaction", original == charge ? null : original.id())
                .with("refunded", false)
                .with("refunds", Thing.list("/v1/application_fees/refunds", new ArrayList<>(), false))
                .nothing("application", "balance_transaction");
        world.platform.add(fee);
        Thing move = balances.move(world.platform, "application_fee", "platform_earning", fee, amount, List.of());
        fee.put("balance_transaction", move.id());
        charge.put("application_fee", fee.id());
        world.events.tell(world.platform, "application_fee.created", fee);
    }

    /** A destination charge: the platform takes the money and passes it on. */
    private void passOn(Thing charge, Thing destination, long amount, long ours) {
        Book receiver = world.book(destination.text("destination"));
        long passed = destination.containsKey("amount") ? Call.number(destination.text("amount"), "amount") : amount;
        Thing transfer = Transfers.made(world, charge, receiver, passed).with("source_transaction", charge.id());
        world.platform.add(transfer);
        Thing out = balances.move(world.platform, "transfer", "transfer", transfer, -passed, List.of());
        transfer.put("balance_transaction", out.id());
        charge.put("transfer", transfer.id());
        Thing payment = receiver.add(arrived(charge, transfer, passed));
        List<Thing> fees = new ArrayList<>();
        if (ours > 0) {
            fees.add(Balances.fee("application_fee", ours, charge.text("currency")));
            keepFee(receiver, payment, charge, ours);
        }
        Thing in = balances.move(receiver, "payment", "charge", payment, passed, fees);
        payment.put("balance_transaction", in.id());
        transfer.put("destination_payment", payment.id());
        world.events.tell(world.platform, "transfer.created", transfer);
        world.events.tell(receiver, "payment.created", payment);
    }

    /** What a connected account sees of money that was passed on to it. */
    Thing arrived(Thing about, Thing transfer, long amount) {
        return world.make("py", "charge")
                .with("amount", amount)
                .with("amount_captured", amount)
                .with("amount_refunded", 0)
                .with("captured", true)
                .with("currency", about.text("currency"))
                .with("disputed", false)
                .with("billing_details", new Thing())
                .with("metadata", new Thing())
                .with("paid", true)
                .with("refunded", false)
                .with("status", "succeeded")
                .with("source_transfer", transfer.id())
                .nothing("application", "application_fee", "application_fee_amount", "balance_transaction", "customer")
                .nothing("description", "failure_code", "failure_message", "payment_intent", "payment_method")
                .nothing("payment_method_details", "receipt_email", "transfer_data", "transfer_group");
    }
}
