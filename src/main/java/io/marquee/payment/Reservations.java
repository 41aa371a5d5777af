package io.marquee.payment;

import io.marquee.kernel.Money;
import io.marquee.payment.provider.ProviderDenied;
import io.marquee.payment.provider.ProviderUnreachable;
import io.marquee.platform.tenancy.Acting;
import org.springframework.stereotype.Component;

/** Money that was reserved: taken, or let go. What was decided is stored first, so that it happens once and as decided. */
@Component
class Reservations {
    private final Providers providers;
    private final Attempts attempts;
    private final Inquiry inquiry;
    private final Acting acting;

    Reservations(Providers providers, Attempts attempts, Inquiry inquiry, Acting acting) {
        this.providers = providers;
        this.attempts = attempts;
        this.inquiry = inquiry;
        this.acting = acting;
    }

    PaymentView capture(PaymentId id, Money amount) {
        OutsideTransactions.require();
        Attempt attempt = attempts.byId(id);
        if (attempt.state() == PaymentState.SUCCEEDED) return attempt.view();
        long step = providers.named(attempt.provider()).step(amount.currency());
        Steps.require(amount, step);
        Attempt decided = acting.asSystem(attempt.organization(), () -> attempts.toCapture(id, amount, step));
        try {
            return inquiry.capturing(decided).view();
        } catch (ProviderUnreachable unreachable) {
            throw new PaymentRefused.ProviderDown(attempt.provider());
        } catch (ProviderDenied denied) {
            throw new PaymentRefused.Denied(attempt.provider());
        }
    }

    PaymentView release(PaymentId id) {
        OutsideTransactions.require();
        Attempt attempt = attempts.byId(id);
        if (!attempt.state().undecided()) return attempt.view();
        if (attempt.toCapture() != null) throw new PaymentRefused.NotReserved();
        try {
            return inquiry.givingUp(attempt).view();
        } catch (ProviderUnreachable unreachable) {
            throw new PaymentRefused.ProviderDown(attempt.provider());
        } catch (ProviderDenied denied) {
            throw new PaymentRefused.Denied(attempt.provider());
        }
    }
}
