package io.marquee.payment;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.ticketing.HoldId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The commands on payments. None of those that call a provider may run inside a transaction. */
@Component
public class Payments {

    /**
     * What is to be paid.
     *
     * @param returnUrl absolute: where the provider's page sends the buyer back
     */
    public record Due(
            UUID order,
            HoldId hold,
            EventId event,
            OrganizationId organization,
            Money amount,
            String description,
            String buyerEmail,
            String returnUrl) {}

    /**
     * Starts an attempt, or answers the undecided one if there is one already.
     *
     * @param method what the provider takes: for the sandbox a test card's number, or null for its hosted page
     * @throws PaymentRefused when the provider is not on offer or does not answer
     */
    public PaymentView start(Due due, String provider, @Nullable String method) {
        throw new UnsupportedOperationException();
    }

    /** Asks the provider how an undecided attempt stands and acts on the answer. */
    public PaymentView refresh(PaymentId id) {
        throw new UnsupportedOperationException();
    }

    /** Gives up an undecided attempt at the provider. @return how it ended: it may have succeeded meanwhile */
    public PaymentView cancel(PaymentId id) {
        throw new UnsupportedOperationException();
    }

    /**
     * Asks for money back, in the caller's transaction: the rows are made and a job carries them out. What was approved
     * before counts as returned already.
     *
     * @param key of the request: the same key gives the same refund
     * @throws PaymentRefused when it is more than is left of the payment
     */
    public RefundView refund(PaymentId payment, Money amount, String reason, String key) {
        throw new UnsupportedOperationException();
    }

    /** Newest first. */
    public List<PaymentView> ofOrder(UUID order) {
        throw new UnsupportedOperationException();
    }

    /** Newest first. */
    public List<RefundView> refundsOfOrder(UUID order) {
        throw new UnsupportedOperationException();
    }
}
