package io.marquee.payment;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.ledger.Ledger;
import io.marquee.ledger.Posting;
import io.marquee.ledger.Postings;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Posts what moves at a provider, in the transaction that learns of it. */
@Component
class PaymentBooks {
    private final Ledger ledger;
    private final Clock clock;

    PaymentBooks(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    void succeeded(Attempt attempt) {
        ledger.post(Postings.paymentSucceeded(
                about(attempt),
                attempt.id().value(),
                attempt.amount(),
                attempt.request().applicationFee()));
    }

    /** Once: what the provider says first stays. */
    void fee(Attempt attempt, @Nullable Money fee) {
        if (fee != null && !operatorBears(attempt))
            ledger.post(Postings.providerFee(about(attempt), attempt.id().value(), fee));
    }

    /** @param before how much of the payment went back already; the caller holds the lock on it */
    void refunded(Refund refund, Attempt attempt, Money before) {
        Money fee = attempt.request().applicationFee();
        ledger.post(Postings.paymentRefunded(
                about(attempt),
                refund.id().value(),
                refund.amount(),
                PlatformFee.goingBack(fee, attempt.amount(), before, refund.amount())));
    }

    /** Once, like all that has a cause. */
    void disputeFee(Attempt attempt, UUID dispute, Money fee) {
        if (!operatorBears(attempt)) ledger.post(Postings.disputeFee(about(attempt), dispute, fee));
    }

    void disputeOpened(Attempt attempt, UUID dispute, Money amount) {
        if (!operatorBears(attempt)) ledger.post(Postings.disputeOpened(ofDispute(attempt), dispute, amount));
    }

    void disputeDecided(Attempt attempt, UUID dispute, Money amount, boolean won) {
        if (operatorBears(attempt)) return;
        Posting.About about = ofDispute(attempt);
        ledger.post(won ? Postings.disputeWon(about, dispute, amount) : Postings.disputeLost(about, dispute, amount));
    }

    /** @return whether these books have the loss, and so what it makes good */
    boolean surplusChargedBack(Attempt attempt, UUID dispute, Money amount) {
        if (operatorBears(attempt)) return false;
        ledger.post(Postings.surplusChargedBack(ofDispute(attempt), dispute, amount));
        return true;
    }

    /** A charge of the operator's that is passed on: the provider takes its fees, and what is disputed, from the operator. */
    private static boolean operatorBears(Attempt attempt) {
        return attempt.request().destination() != null;
    }

    private Posting.About ofDispute(Attempt attempt) {
        return about(attempt.organization(), attempt.event(), attempt.order(), null);
    }

    private Posting.About about(Attempt attempt) {
        return about(attempt.organization(), attempt.event(), attempt.order(), attempt.provider());
    }

    private Posting.About about(OrganizationId organization, EventId event, UUID order, @Nullable String provider) {
        return new Posting.About(organization, event, order, provider, clock.instant());
    }
}
