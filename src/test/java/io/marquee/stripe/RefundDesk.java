package io.marquee.stripe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Money that goes back. */
final class RefundDesk {
    private final World world;
    private final Balances balances;
    private final Transfers transfers;

    RefundDesk(World world, Balances balances, Transfers transfers) {
        this.world = world;
        this.balances = balances;
        this.transfers = transfers;
    }

    Thing create(Call call) {
        Thing charge = charge(call);
        long left = charge.number("amount_captured") - charge.number("amount_refunded");
        long amount = call.number("amount", left);
        String currency = charge.text("currency");
        if (!charge.yes("captured")) throw Refused.invalid(null, "Charge " + charge.id() + " has not been captured.");
        if (call.book()
                .all("dispute")
                .anyMatch(dispute -> dispute.is("charge", charge.id())
                        && !dispute.text("status").startsWith("warning")
                        && !dispute.is("status", "won")
                        && !dispute.is("status", "prevented"))) {
            throw Refused.invalid(
                    "charge_disputed", "Charge " + charge.id() + " has been charged back; cannot issue a refund.");
        }
        if (left <= 0)
            throw Refused.invalid("charge_already_refunded", "Charge " + charge.id() + " has already been refunded.");
        if (amount > left || amount < 1) {
            throw Refused.invalid(
                            "refund_amount_invalid",
                            "Refund amount (" + amount + " " + currency
                                    + ") is greater than unrefunded amount on charge (" + left + " " + currency + ")")
                    .with("param", "amount");
        }
        Thing refund = make(call.book(), charge, amount, call.params().maybe("reason"), call.metadata());
        if (call.yes("reverse_transfer") && charge.maybe("transfer") != null) {
            Thing reversal = transfers.reverse(world.platform.get("transfer", charge.text("transfer")), amount);
            refund.put("transfer_reversal", reversal.id());
        }
        if (call.yes("refund_application_fee")) giveUpFee(charge, amount);
        return refund;
    }

    private Thing charge(Call call) {
        String charge = call.params().maybe("charge");
        if (charge != null) return call.book().get("charge", charge);
        Thing intent = call.book().get("payment_intent", call.need("payment_intent"));
        if (intent.maybe("latest_charge") == null || !intent.is("status", "succeeded")) {
            throw Refused.invalid(
                    "payment_intent_unexpected_state",
                    "This PaymentIntent (" + intent.id() + ") does not have a successful charge to refund.");
        }
        return call.book().get("charge", intent.text("latest_charge"));
    }

    Thing make(Book book, Thing charge, long amount, @Nullable String reason, Thing metadata) {
        TestCard card = charge.containsKey("_card") ? TestCard.valueOf(charge.text("_card")) : TestCard.GOOD;
        Thing refund = book.add(world.make("re", "refund")
                .with("amount", amount)
                .with("charge", charge.id())
                .with("currency", charge.text("currency"))
                .with(
                        "destination_details",
                        new Thing()
                                .with("type", "card")
                                .with(
                                        "card",
                                        new Thing()
                                                .with("type", "refund")
                                                .with("reference_status", "pending")
                                                .with("reference_type", "acquirer_reference_number")))
                .with("metadata", metadata)
                .with("payment_intent", charge.maybe("payment_intent"))
                .with("reason", reason)
                .with("status", card == TestCard.REFUNDS_LATE ? "pending" : "succeeded")
                .nothing("balance_transaction", "receipt_number", "source_transfer_reversal", "transfer_reversal"));
        charge.add("amount_refunded", amount);
        charge.put("refunded", charge.number("amount_refunded") == charge.number("amount_captured"));
        refund.put(
                "balance_transaction",
                balances.move(
                                book,
                                charge.id().startsWith("py") ? "payment_refund" : "refund",
                                "refund",
                                refund,
                                -amount,
                                List.of())
                        .id());
        world.events.tell(book, "refund.created", refund);
        world.events.tell(book, "charge.refunded", charge);
        if (card == TestCard.REFUNDS_LATE) world.later.happens(() -> arrive(book, refund));
        if (card == TestCard.REFUNDS_FAIL) world.later.happens(() -> fail(book, refund, "expired_or_canceled_card"));
        return refund;
    }

    private void arrive(Book book, Thing refund) {
        if (!refund.is("status", "pending")) return;
        refund.put("status", "succeeded");
        told(book, refund, "refund.updated");
    }

    /** The money came back from the buyer's bank. */
    Thing fail(Book book, Thing refund, String reason) {
        if (refund.is("status", "failed")) return refund;
        refund.with("status", "failed").with("failure_reason", reason);
        back(book, refund);
        told(book, refund, "refund.failed");
        return refund;
    }

    Thing cancel(Call call) {
        Thing refund = call.book().get("refund", call.id());
        if (!refund.is("status", "pending")) throw Refused.invalid(null, "Only pending refunds can be canceled.");
        refund.put("status", "canceled");
        back(call.book(), refund);
        told(call.book(), refund, "refund.updated");
        return refund;
    }

    private void back(Book book, Thing refund) {
        Thing charge = book.get("charge", refund.text("charge"));
        charge.add("amount_refunded", -refund.number("amount"));
        charge.put("refunded", false);
        refund.put(
                "failure_balance_transaction",
                balances.move(book, "refund_failure", "refund_failure", refund, refund.number("amount"), List.of())
                        .id());
    }

    private void told(Book book, Thing refund, String type) {
        if (type.equals("refund.failed")) world.events.tell(book, "refund.updated", refund);
        world.events.tell(book, type, refund);
        world.events.tell(book, "charge.refund.updated", refund);
    }

    private void giveUpFee(Thing charge, long refunded) {
        String id = charge.maybe("application_fee");
        if (id == null) return;
        Thing fee = world.platform.get("application_fee", id);
        long part = Math.min(
                fee.number("amount") - fee.number("amount_refunded"),
                Math.round((double) fee.number("amount") * refunded / charge.number("amount_captured")));
        giveBack(fee, part);
    }

    Thing refundFee(Call call) {
        Thing fee = world.platform.get("application_fee", call.id());
        return giveBack(fee, call.number("amount", fee.number("amount") - fee.number("amount_refunded")));
    }

    private Thing giveBack(Thing fee, long part) {
        Thing back = world.platform.add(world.make("fr", "fee_refund")
                .with("amount", part)
                .with("currency", fee.text("currency"))
                .with("fee", fee.id())
                .with("metadata", new Thing()));
        fee.add("amount_refunded", part);
        fee.put("refunded", fee.number("amount_refunded") == fee.number("amount"));
        back.put(
                "balance_transaction",
                balances.move(
                                world.platform,
                                "application_fee_refund",
                                "platform_earning_refund",
                                back,
                                -part,
                                List.of())
                        .id());
        balances.move(world.book(fee.text("account")), "application_fee_refund", "fee", back, part, List.of());
        world.events.tell(world.platform, "application_fee.refunded", fee);
        return back;
    }
}
