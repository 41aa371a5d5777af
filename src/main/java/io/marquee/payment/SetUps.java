package io.marquee.payment;

import io.marquee.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Methods that buyers had set up for an order, charged while nobody is there. Each charge is a payment of its own, whose key is
 * stored before a job asks for it; nothing here calls a provider. Callers act as the system.
 */
@Component
public class SetUps {
    private final Attempts attempts;
    private final Providers providers;

    SetUps(Attempts attempts, Providers providers) {
        this.attempts = attempts;
        this.providers = providers;
    }

    /**
     * Decides what is to be taken. From here on it can be charged, and its buyer can pay it in any other way.
     *
     * @throws PaymentRefused.NotReserved when it is not set up, or something else was decided before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void owe(PaymentId setUp, Money amount) {
        attempts.owe(setUp, amount);
    }

    /**
     * Has the method charged. How it ends is told as of any payment.
     *
     * @return the payment; null where another of the order stands in its way, such as while the buyer is paying
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public @Nullable PaymentId charge(PaymentId setUp, Money amount) {
        Attempt from = attempts.byId(setUp);
        long step = providers.named(from.provider()).step(amount.currency());
        Attempt charge = attempts.charge(from, amount, step);
        return charge == null ? null : charge.id();
    }
}
