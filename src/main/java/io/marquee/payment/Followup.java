package io.marquee.payment;

import io.marquee.payment.provider.ProviderDenied;
import io.marquee.payment.provider.ProviderUnreachable;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Goes after what is undecided until the provider has said how it ends. Acts for the platform only to find the row. */
@Component
class Followup {
    /** How often we look whether the bank has let go of money that is reserved. */
    private static final Duration RESTING = Duration.ofHours(1);

    private final Attempts attempts;
    private final Refunds refunds;
    private final Inquiry inquiry;
    private final PaymentAgenda agenda;
    private final Acting acting;
    private final Clock clock;

    Followup(Attempts attempts, Refunds refunds, Inquiry inquiry, PaymentAgenda agenda, Acting acting, Clock clock) {
        this.attempts = attempts;
        this.refunds = refunds;
        this.inquiry = inquiry;
        this.agenda = agenda;
        this.acting = acting;
        this.clock = clock;
    }

    /** @return when to look again, or null when it is decided */
    @Nullable
    Instant payment(PaymentId id) {
        Attempt attempt = acting.asPlatform(() -> attempts.byId(id));
        if (attempt.rests()) return null;
        try {
            boolean undecided = attempt.state().undecided() && stillUndecided(attempt);
            return undecided ? nextLook(attempt) : null;
        } catch (ProviderDenied listed) {
            return agenda.nextTry(attempt.createdAt());
        }
    }

    private Instant nextLook(Attempt attempt) {
        boolean resting =
                attempt.state() == PaymentState.AUTHORISED && !attempt.isToBeTaken() && attempt.giveUpAt() == null;
        return resting ? clock.instant().plus(RESTING) : agenda.nextLook(attempt.createdAt());
    }

    private boolean stillUndecided(Attempt attempt) {
        try {
            // not every provider ends by itself what nobody pays, and none knows of our orders
            Attempt now = attempt.isLeftLying(clock.instant()) ? inquiry.givingUp(attempt) : inquiry.about(attempt);
            return now.state().undecided();
        } catch (ProviderUnreachable unreachable) {
            return true;
        }
    }

    /** Its order has ended. */
    void end(PaymentId id) {
        Attempt attempt = acting.asPlatform(() -> attempts.byId(id));
        acting.asSystem(attempt.organization(), () -> attempts.end(id));
    }

    /** @return when to look again, or null when it is decided */
    @Nullable
    Instant refund(RefundId id) {
        Refund refund = acting.asPlatform(() -> refunds.byId(id));
        try {
            boolean undecided = refund.undecided() && stillUndecided(refund);
            return undecided ? agenda.nextLook(refund.createdAt()) : null;
        } catch (ProviderDenied listed) {
            return agenda.nextTry(refund.createdAt());
        }
    }

    private boolean stillUndecided(Refund refund) {
        try {
            return inquiry.about(refund).undecided();
        } catch (ProviderUnreachable unreachable) {
            return true;
        }
    }
}
