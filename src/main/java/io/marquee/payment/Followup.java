package io.marquee.payment;

import io.marquee.payment.provider.ProviderUnreachable;
import io.marquee.platform.tenancy.Acting;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Goes after what is undecided until the provider has said how it ends. Acts for the platform only to find the row. */
@Component
class Followup {
    private final Attempts attempts;
    private final Refunds refunds;
    private final Inquiry inquiry;
    private final PaymentAgenda agenda;
    private final Acting acting;

    Followup(Attempts attempts, Refunds refunds, Inquiry inquiry, PaymentAgenda agenda, Acting acting) {
        this.attempts = attempts;
        this.refunds = refunds;
        this.inquiry = inquiry;
        this.agenda = agenda;
        this.acting = acting;
    }

    /** @return when to look again, or null when it is decided */
    @Nullable
    Instant payment(PaymentId id) {
        Attempt attempt = acting.asPlatform(() -> attempts.byId(id));
        boolean undecided = attempt.state().undecided() && stillUndecided(attempt);
        return undecided ? agenda.nextLook(attempt.createdAt()) : null;
    }

    private boolean stillUndecided(Attempt attempt) {
        try {
            return inquiry.about(attempt).state().undecided();
        } catch (ProviderUnreachable unreachable) {
            return true;
        }
    }

    /** @return when to look again, or null when it is decided */
    @Nullable
    Instant refund(RefundId id) {
        Refund refund = acting.asPlatform(() -> refunds.byId(id));
        boolean undecided = refund.undecided() && stillUndecided(refund);
        return undecided ? agenda.nextLook(refund.createdAt()) : null;
    }

    private boolean stillUndecided(Refund refund) {
        try {
            return inquiry.about(refund).undecided();
        } catch (ProviderUnreachable unreachable) {
            return true;
        }
    }
}
