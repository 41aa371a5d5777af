package io.marquee.payment;

import io.marquee.kernel.Money;
import io.marquee.payment.provider.Capability;
import io.marquee.payment.provider.PaymentProvider;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Decides whether money can go back, and stages it. */
@Component
class RefundApproval {
    private final Attempts attempts;
    private final Refunds refunds;
    private final Providers providers;
    private final PaymentAgenda agenda;

    RefundApproval(Attempts attempts, Refunds refunds, Providers providers, PaymentAgenda agenda) {
        this.attempts = attempts;
        this.refunds = refunds;
        this.providers = providers;
        this.agenda = agenda;
    }

    /** Runs in the caller's transaction, as the system for the payment's organization. */
    Refund approve(PaymentId payment, Money amount, String reason, String key) {
        // the lock comes first: whoever waits for it sees what the one before made, also under the same key
        Attempt attempt = attempts.locked(payment);
        Optional<Refund> before = refunds.byKey(key);
        if (before.isPresent()) {
            return before.get();
        }
        require(attempt, amount);
        Refund refund = refunds.approve(RefundId.next(), payment, amount, reason, key);
        agenda.refund(refund);
        return refund;
    }

    private void require(Attempt attempt, Money amount) {
        Money paid = attempt.state() == PaymentState.SUCCEEDED
                ? attempt.amount()
                : Money.zero(attempt.amount().currency());
        Money left = paid.minus(refunds.givenBack(attempt));
        if (!amount.currency().equals(left.currency()) || !amount.isPositive() || amount.compareTo(left) > 0) {
            throw new PaymentRefused.MoreThanPaid(left);
        }
        PaymentProvider through = providers.named(attempt.provider());
        Steps.require(amount, through.step(amount.currency()));
        boolean partial = amount.compareTo(attempt.amount()) < 0;
        if (partial && !through.capabilities().contains(Capability.PARTIAL_REFUND)) {
            throw new PaymentRefused.NotSupported(attempt.provider(), Capability.PARTIAL_REFUND);
        }
    }
}
