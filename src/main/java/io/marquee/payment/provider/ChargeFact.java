package io.marquee.payment.provider;

import io.marquee.kernel.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a charge stands, in the provider's books.
 *
 * @param ref the provider's id; null where it refused to start one at all, for good
 * @param reference what the request named as its reference; null for a charge that we never asked for
 * @param amount that was asked for; for one that was captured, what was taken
 * @param fee what the provider keeps for it; null while it does not say
 * @param action what the buyer must do, while it requires action
 * @param failureCode in our words, see {@code payment.failure.<code>}; for failed and cancelled charges
 * @param refunds all that went back, also what was sent back without us
 * @param kept the method that was set up; null for whatever moves money, and until it is
 */
public record ChargeFact(
        @Nullable String ref,
        @Nullable String reference,
        Standing standing,
        Money amount,
        @Nullable Money fee,
        @Nullable NextAction action,
        @Nullable String failureCode,
        List<RefundFact> refunds,
        List<Dispute> disputes,
        @Nullable Kept kept) {

    /** Of a charge that moves money. */
    public ChargeFact(
            @Nullable String ref,
            @Nullable String reference,
            Standing standing,
            Money amount,
            @Nullable Money fee,
            @Nullable NextAction action,
            @Nullable String failureCode,
            List<RefundFact> refunds,
            List<Dispute> disputes) {
        this(ref, reference, standing, amount, fee, action, failureCode, refunds, disputes, null);
    }

    /**
     * A method that can be charged while nobody is there.
     *
     * @param customer what the provider calls the person
     * @param method what it calls the method
     */
    public record Kept(String customer, String method) {}

    public enum Standing {
        REQUIRES_ACTION,
        PROCESSING,
        AUTHORISED,
        SUCCEEDED,
        FAILED,
        CANCELLED
    }

    /**
     * The card's holder wants the money back through their bank.
     *
     * @param inquiry whether the bank only asks so far
     * @param withdrawn whether the money was taken out of the account for it, be it that it came back since
     * @param dueBy past it no evidence is taken; null where none is, or it does not say
     * @param fee what the provider keeps for it; null while it does not say
     */
    public record Dispute(
            String ref,
            DisputeStanding standing,
            boolean inquiry,
            boolean withdrawn,
            Money amount,
            String reason,
            @Nullable Instant dueBy,
            @Nullable Money fee) {}

    public enum DisputeStanding {
        NEEDS_RESPONSE,
        UNDER_REVIEW,
        WON,
        LOST
    }
}
