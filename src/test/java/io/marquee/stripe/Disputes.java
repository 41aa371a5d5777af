package io.marquee.stripe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holders of cards who want their money back through their bank. */
final class Disputes {
    private static final long FEE = 2000;
    private static final long SEVEN_DAYS = 7L * 24 * 60 * 60;
    private static final Set<String> FILES = Set.of(
            "cancellation_policy",
            "customer_communication",
            "customer_signature",
            "duplicate_charge_documentation",
            "receipt",
            "refund_policy",
            "service_documentation",
            "shipping_documentation",
            "uncategorized_file");
    private static final Map<TestCard, String> REASONS = Map.of(
            TestCard.DISPUTED, "fraudulent",
            TestCard.DISPUTED_NOT_RECEIVED, "product_not_received",
            TestCard.ASKED_ABOUT, "fraudulent");

    private final World world;
    private final Balances balances;

    Disputes(World world, Balances balances) {
        this.world = world;
        this.balances = balances;
    }

    /** The cards for it are disputed a while after they paid. */
    void maybeOpen(Book book, Thing charge) {
        String reason = REASONS.get(TestCard.valueOf(charge.text("_card")));
        boolean asked = TestCard.valueOf(charge.text("_card")) == TestCard.ASKED_ABOUT;
        if (reason == null) return;
        world.later.happens(() -> {
            if (asked) inquire(book, charge);
            else open(book, charge, reason);
        });
    }

    Thing open(Book book, Thing charge, String reason) {
        Thing dispute = make(book, charge, reason, "needs_response");
        world.events.tell(book, "charge.dispute.created", dispute);
        return withdraw(book, dispute);
    }

    /** A bank asks, and takes nothing yet. */
    Thing inquire(Book book, Thing charge) {
        Thing dispute = make(book, charge, "fraudulent", "warning_needs_response");
        world.events.tell(book, "charge.dispute.created", dispute);
        return dispute;
    }

    /** It is no longer only a question. */
    Thing escalate(Book book, Thing dispute) {
        dispute.put("status", "needs_response");
        dispute.inner("evidence_details").put("due_by", world.now() + 2 * SEVEN_DAYS);
        world.events.tell(book, "charge.dispute.updated", dispute);
        return withdraw(book, dispute);
    }

    /** @param status {@code warning_closed} or {@code prevented} */
    Thing drop(Book book, Thing dispute, String status) {
        dispute.put("status", status);
        world.events.tell(book, "charge.dispute.closed", dispute);
        return dispute;
    }

    private Thing withdraw(Book book, Thing dispute) {
        move(book, dispute, -dispute.number("amount"), FEE);
        world.events.tell(book, "charge.dispute.funds_withdrawn", dispute);
        return dispute;
    }

    private Thing make(Book book, Thing charge, String reason, String status) {
        long amount = charge.number("amount_captured");
        Thing dispute = book.add(world.make("du", "dispute")
                .with("amount", amount)
                .with("balance_transactions", new ArrayList<>())
                .with("charge", charge.id())
                .with("currency", charge.text("currency"))
                .with("enhanced_eligibility_types", List.of())
                .with("evidence", noEvidence())
                .with(
                        "evidence_details",
                        new Thing()
                                .with("due_by", world.now() + SEVEN_DAYS)
                                .with("has_evidence", false)
                                .with("past_due", false)
                                .with("submission_count", 0)
                                .with("enhanced_eligibility", new Thing()))
                .with("is_charge_refundable", status.startsWith("warning"))
                .with("metadata", new Thing())
                .with("payment_intent", charge.maybe("payment_intent"))
                .with("reason", reason)
                .with("status", status));
        charge.put("disputed", true);
        return dispute;
    }

    private void move(Book book, Thing dispute, long amount, long fee) {
        Thing move = balances.move(
                book,
                "adjustment",
                amount < 0 ? "dispute" : "dispute_reversal",
                dispute,
                amount,
                fee == 0 ? List.of() : List.of(Balances.fee("stripe_fee", fee, dispute.text("currency"))));
        List<Object> moves =
                new ArrayList<>((List<?>) java.util.Objects.requireNonNull(dispute.get("balance_transactions")));
        moves.add(move);
        dispute.put("balance_transactions", moves);
    }

    private static Thing noEvidence() {
        Thing evidence = new Thing().with("enhanced_evidence", new Thing());
        FILES.forEach(evidence::nothing);
        return evidence.nothing(
                "access_activity_log",
                "billing_address",
                "cancellation_policy_disclosure",
                "cancellation_rebuttal",
                "customer_email_address",
                "customer_name",
                "customer_purchase_ip",
                "duplicate_charge_explanation",
                "duplicate_charge_id",
                "product_description",
                "refund_policy_disclosure",
                "refund_refusal_explanation",
                "service_date",
                "shipping_address",
                "shipping_carrier",
                "shipping_date",
                "shipping_tracking_number",
                "uncategorized_text");
    }

    Thing update(Call call) {
        Thing dispute = call.book().get("dispute", call.id());
        if (!dispute.text("status").endsWith("needs_response")) {
            throw Refused.invalid(null, "This dispute is already closed or under review.");
        }
        Thing given = call.params().inner("evidence");
        given.forEach((name, value) -> {
            if (!dispute.inner("evidence").containsKey(name))
                throw Refused.invalid("parameter_unknown", "Received unknown parameter: evidence[" + name + "]");
            if (FILES.contains(name) && !"".equals(value))
                world.book(call.book().account).get("file", String.valueOf(value));
        });
        call.copy(dispute, "evidence", "metadata");
        Thing details = dispute.inner("evidence_details");
        if (!given.isEmpty()) details.put("has_evidence", true);
        boolean submitted = !"false".equals(call.params().maybe("submit"));
        if (submitted) submit(call.book(), dispute);
        world.events.tell(call.book(), "charge.dispute.updated", dispute);
        return dispute;
    }

    private void submit(Book book, Thing dispute) {
        dispute.inner("evidence_details").add("submission_count", 1);
        dispute.put("status", dispute.text("status").replace("needs_response", "under_review"));
        String text = dispute.inner("evidence").maybe("uncategorized_text");
        if ("winning_evidence".equals(text) || "losing_evidence".equals(text)) {
            world.later.happens(() -> decide(book, dispute, "winning_evidence".equals(text)));
        }
    }

    Thing decide(Book book, Thing dispute, boolean won) {
        if (Set.of("won", "lost").contains(dispute.text("status"))) return dispute;
        dispute.put("status", won ? "won" : "lost");
        if (won) {
            move(book, dispute, dispute.number("amount"), 0);
            world.events.tell(book, "charge.dispute.funds_reinstated", dispute);
        }
        world.events.tell(book, "charge.dispute.closed", dispute);
        return dispute;
    }

    /** Closing is giving up. */
    Thing close(Call call) {
        return decide(call.book(), call.book().get("dispute", call.id()), false);
    }
}
