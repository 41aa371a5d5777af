package io.marquee.payment;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.payment.provider.Capability;
import io.marquee.payment.provider.PaymentProvider;
import io.marquee.payment.provider.ProviderUnreachable;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.HoldId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The commands on payments. Those that call a provider refuse to run inside a transaction. Callers have asked {@code
 * Access} or hold the order's token.
 */
@Component
public class Payments {
    private final Providers providers;
    private final Attempts attempts;
    private final RefundApproval approval;
    private final Refunds refunds;
    private final Disputes disputes;
    private final Inquiry inquiry;
    private final Acting acting;

    Payments(
            Providers providers,
            Attempts attempts,
            RefundApproval approval,
            Refunds refunds,
            Disputes disputes,
            Inquiry inquiry,
            Acting acting) {
        this.providers = providers;
        this.attempts = attempts;
        this.approval = approval;
        this.refunds = refunds;
        this.disputes = disputes;
        this.inquiry = inquiry;
        this.acting = acting;
    }

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

    /** The providers through which payments can be started now, by name. */
    public List<String> offered() {
        return providers.offered();
    }

    /** Whether none of these can be asked for the moment: then nothing is started, and what is under way waits. */
    public boolean paused(List<String> offered) {
        return !offered.isEmpty() && offered.stream().allMatch(providers::isDown);
    }

    /**
     * Starts an attempt, or answers the one that stands already: undecided, or succeeded. Nobody pays an order twice.
     *
     * @param method what the provider takes: for the sandbox a test card's number, or null for its hosted page
     * @throws PaymentRefused when the provider is not on offer or does not answer
     * @throws io.marquee.kernel.InvalidInput at {@code method} when the provider does not know it
     */
    public PaymentView start(Due due, String provider, @Nullable String method) {
        OutsideTransactions.require();
        PaymentProvider through = providers.offered(provider);
        // nothing is stored that would keep the buyer from trying again, or take their money when they have gone
        if (providers.isDown(provider)) throw new PaymentRefused.ProviderPaused(provider);
        if (method != null) {
            through.check(method);
        } else if (!through.capabilities().contains(Capability.REDIRECT)) {
            throw new PaymentRefused.NotSupported(provider, Capability.REDIRECT);
        }
        Attempt attempt = acting.asSystem(due.organization(), () -> attempts.open(due, provider, method));
        return attempt.state() == PaymentState.CREATED ? confirmed(attempt).view() : attempt.view();
    }

    private Attempt confirmed(Attempt attempt) {
        try {
            return inquiry.about(attempt);
        } catch (ProviderUnreachable unreachable) {
            throw new PaymentRefused.ProviderDown(attempt.provider());
        }
    }

    /**
     * Asks the provider how an undecided attempt stands and acts on the answer. Where the provider does not answer, the
     * attempt stays as it is.
     *
     * @throws io.marquee.kernel.NotFound
     */
    public PaymentView refresh(PaymentId id) {
        OutsideTransactions.require();
        Attempt attempt = attempts.byId(id);
        if (!attempt.state().undecided()) {
            return attempt.view();
        }
        try {
            return inquiry.about(attempt).view();
        } catch (ProviderUnreachable unreachable) {
            return attempt.view();
        }
    }

    /**
     * Gives up an undecided attempt at the provider.
     *
     * @return how it ended: it may have succeeded meanwhile, or still be processing
     * @throws PaymentRefused.ProviderDown when it does not answer: then nothing was given up
     * @throws io.marquee.kernel.NotFound
     */
    public PaymentView cancel(PaymentId id) {
        OutsideTransactions.require();
        Attempt attempt = attempts.byId(id);
        if (!attempt.state().undecided()) {
            return attempt.view();
        }
        try {
            return inquiry.givingUp(attempt).view();
        } catch (ProviderUnreachable unreachable) {
            throw new PaymentRefused.ProviderDown(attempt.provider());
        }
    }

    /**
     * Asks for money back, in the caller's transaction: the row is made and a job carries it out. What was approved
     * before counts as returned already.
     *
     * @param key of the request: the same key gives the same refund
     * @throws PaymentRefused when it is more than is left of the payment
     * @throws io.marquee.kernel.NotFound
     */
    @Transactional
    public RefundView refund(PaymentId payment, Money amount, String reason, String key) {
        OrganizationId organization = attempts.byId(payment).organization();
        return acting.asSystem(organization, () -> approval.approve(payment, amount, reason, key))
                .view();
    }

    /** Newest first; as the actor's rows allow. */
    public List<PaymentView> ofOrder(UUID order) {
        return attempts.ofOrder(order).stream().map(Attempt::view).toList();
    }

    /** Newest first; as the actor's rows allow. */
    public List<RefundView> refundsOfOrder(UUID order) {
        return refunds.ofOrder(order).stream().map(Refund::view).toList();
    }

    /** Newest first; only the event's team sees any. */
    public List<DisputeView> disputesOfOrder(UUID order) {
        return disputes.ofOrder(order);
    }
}
