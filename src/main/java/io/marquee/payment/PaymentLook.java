package io.marquee.payment;

import io.marquee.payment.provider.ChargeFact;
import io.marquee.platform.tenancy.Acting;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Looks at a payment with all that belongs to it: its refunds that are under way, and its disputes. Where the provider says
 * what we know already, nothing is written and nothing locked.
 */
@Component
class PaymentLook {
    /** A flood of news leaves connections to the database to those who buy. */
    private static final int APPLIED_AT_ONCE = 6;

    private final OurSide ours;
    private final Inquiry inquiry;
    private final Acting acting;
    private final Semaphore applying = new Semaphore(APPLIED_AT_ONCE);

    PaymentLook(OurSide ours, Inquiry inquiry, Acting acting) {
        this.ours = ours;
        this.inquiry = inquiry;
        this.acting = acting;
    }

    /**
     * @param before what we had of it a moment ago
     * @return whether anything moved
     * @throws io.marquee.payment.provider.ProviderUnreachable when nothing is known
     */
    boolean at(OurSide.Known before) {
        Attempt attempt = before.attempt();
        // what is reserved may be about to be taken
        if (attempt.state() == PaymentState.AUTHORISED) return another(before, inquiry.about(attempt));
        ChargeFact fact = inquiry.ask(attempt);
        if (before.isSettledBy(fact)) return false;
        Attempt now = oneOfFew(() -> inquiry.apply(attempt, fact));
        before.refunds().stream().filter(Refund::undecided).forEach(inquiry::about);
        return another(before, now);
    }

    private boolean another(OurSide.Known before, Attempt now) {
        return now.state() != before.attempt().state()
                || !acting.asPlatform(() -> ours.known(List.of(now.id())))
                        .getFirst()
                        .saysAs(before);
    }

    private <T> T oneOfFew(Supplier<T> work) {
        applying.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            applying.release();
        }
    }
}
