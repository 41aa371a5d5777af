package io.marquee.payment;

import static java.util.Objects.requireNonNull;

import io.marquee.kernel.Money;
import io.marquee.payment.provider.ChargeFact;
import io.marquee.payment.provider.ChargeFact.Standing;
import io.marquee.payment.provider.RefundFact;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * One payment, as we have it and as the provider has it. Pure: what differs, and nothing done about it.
 *
 * @param refunds all of it
 * @param disputed "ref/STATE" of each dispute
 */
record Comparison(Attempt attempt, List<Refund> refunds, Set<String> disputed, ChargeFact fact) {

    /** What differs. @param kind a word of payment.discrepancies */
    record Finding(String kind, String expected, String found) {}

    /** By kind; empty when both say the same. */
    TreeMap<String, Finding> findings() {
        TreeMap<String, Finding> found = new TreeMap<>();
        if (isAnother()) {
            if (keepsMoney()) {
                put(found, "second_charge", requireNonNull(attempt.charge()).id(), requireNonNull(fact.ref()));
            }
            return found;
        }
        if (amountDiffers()) put(found, "amount", attempt.amount(), fact.amount());
        if (attempt.state().undecided() && !undecided(fact.standing())) {
            put(found, "undecided", attempt.state(), fact.standing());
        }
        boolean ended = attempt.state() == PaymentState.FAILED || attempt.state() == PaymentState.CANCELLED;
        if (ended && keepsMoney()) put(found, "ended_before", attempt.state(), fact.standing());
        if (attempt.state() == PaymentState.SUCCEEDED) {
            if (fact.standing() != Standing.SUCCEEDED) {
                put(found, "not_paid_there", attempt.state(), fact.standing());
            }
            fee(found);
            refundsThere(found);
            refundsHere(found);
            fact.disputes().stream()
                    .filter(dispute -> !disputed.contains(dispute.ref() + "/" + dispute.standing()))
                    .forEach(dispute -> put(found, "dispute", "none such", dispute.ref() + " " + dispute.standing()));
        }
        return found;
    }

    /** Under our payment's name, but not the charge that we know it by. */
    boolean isAnother() {
        return attempt.charge() != null
                && fact.ref() != null
                && !attempt.charge().id().equals(fact.ref());
    }

    private boolean keepsMoney() {
        return fact.standing() == Standing.SUCCEEDED && sentBack(fact).compareTo(fact.amount()) < 0;
    }

    /** What was only reserved may be taken in part, as it was decided here. */
    private boolean amountDiffers() {
        Money expected = fact.standing() == Standing.SUCCEEDED
                ? attempt.amount()
                : attempt.request().amount();
        return !fact.amount().equals(expected);
    }

    private void fee(TreeMap<String, Finding> found) {
        if (fact.fee() != null && attempt.fee() == null) {
            put(found, "fee", "unknown", fact.fee());
        } else if (fact.fee() != null && fact.fee().amount() != requireNonNull(attempt.fee())) {
            put(found, "fee_amount", new Money(attempt.fee(), fact.fee().currency()), fact.fee());
        }
    }

    private void refundsThere(TreeMap<String, Finding> found) {
        for (RefundFact there : fact.refunds()) {
            Refund here = ForeignRefunds.match(refunds, there);
            if (here == null && there.standing() != RefundFact.Standing.FAILED) {
                put(found, "refund_unknown", "none such", there.amount());
            } else if (here != null && !here.amount().equals(there.amount())) {
                put(found, "refund_amount", here.amount(), there.amount());
            } else if (here != null && here.undecided() && there.standing() != RefundFact.Standing.PROCESSING) {
                put(found, "refund_undecided", here.state(), there.standing());
            } else if (here != null
                    && here.state() == RefundState.SUCCEEDED
                    && there.standing() == RefundFact.Standing.FAILED) {
                put(found, "refund_failed_there", here.state(), there.standing());
            }
        }
    }

    private void refundsHere(TreeMap<String, Finding> found) {
        refunds.stream()
                .filter(here -> here.payment().equals(attempt.id()) && here.state() == RefundState.SUCCEEDED)
                .filter(here -> fact.refunds().stream().noneMatch(there -> ForeignRefunds.same(here, there)))
                .forEach(here -> put(found, "refund_missing_there", here.amount(), "none such"));
    }

    private static void put(TreeMap<String, Finding> found, String kind, Object expected, Object there) {
        found.put(kind, new Finding(kind, expected.toString(), String.valueOf(there)));
    }

    private static boolean undecided(Standing standing) {
        return switch (standing) {
            case REQUIRES_ACTION, PROCESSING, AUTHORISED -> true;
            case SUCCEEDED, FAILED, CANCELLED -> false;
        };
    }

    static Money sentBack(ChargeFact fact) {
        return fact.refunds().stream()
                .filter(refund -> refund.standing() != RefundFact.Standing.FAILED)
                .map(RefundFact::amount)
                .reduce(Money.zero(fact.amount().currency()), Money::plus);
    }
}
