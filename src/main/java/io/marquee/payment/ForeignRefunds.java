package io.marquee.payment;

import io.marquee.payment.PaymentEvent.RefundFound;
import io.marquee.payment.provider.ChargeFact;
import io.marquee.payment.provider.RefundFact;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Refunds that were made without us, such as in the provider's dashboard: each becomes a row here, and its order follows, as
 * soon as anybody looks at the payment.
 */
@Component
class ForeignRefunds {
    private static final String REASON = "made_at_provider";

    private final Attempts attempts;
    private final Refunds refunds;
    private final ApplicationEventPublisher events;

    ForeignRefunds(Attempts attempts, Refunds refunds, ApplicationEventPublisher events) {
        this.attempts = attempts;
        this.refunds = refunds;
        this.events = events;
    }

    static @Nullable Refund match(List<Refund> here, RefundFact there) {
        return here.stream().filter(refund -> same(refund, there)).findFirst().orElse(null);
    }

    static boolean same(Refund here, RefundFact there) {
        return here.key().equals(there.key())
                || there.ref() != null && there.ref().equals(here.ref());
    }

    /**
     * Takes up those that we have no row for, in the transaction that applies the fact. One that is more than is left waits
     * until a refund of ours has failed for its sake.
     *
     * @return those taken up, each with what the provider says of it
     */
    List<RefundId> takeUp(Attempt attempt, ChargeFact fact) {
        boolean none = attempt.state() != PaymentState.SUCCEEDED
                || fact.refunds().stream().allMatch(there -> there.standing() == RefundFact.Standing.FAILED);
        if (none) return List.of();
        List<Refund> known = refunds.ofOrder(attempt.order());
        List<RefundFact> unknown = fact.refunds().stream()
                .filter(there -> there.ref() != null && there.standing() != RefundFact.Standing.FAILED)
                .filter(there -> match(known, there) == null)
                .toList();
        if (unknown.isEmpty()) return List.of();
        // whoever gives money back locks the payment first; what they have made meanwhile is seen now
        attempts.locked(attempt.id());
        return unknown.stream()
                .filter(there -> match(refunds.ofOrder(attempt.order()), there) == null)
                .filter(there -> refunds.givenBack(attempt).plus(there.amount()).compareTo(attempt.amount()) <= 0)
                .map(there -> takeUp(attempt, there))
                .toList();
    }

    private RefundId takeUp(Attempt attempt, RefundFact there) {
        Refund refund = refunds.approve(
                RefundId.next(), attempt.id(), there.amount(), REASON, "found-" + attempt.id() + "-" + there.ref());
        refunds.move(refund, RefundState.PROCESSING, there.ref(), null);
        events.publishEvent(new RefundFound(
                refund.id(), attempt.id(), refund.order(), refund.event(), refund.organization(), refund.amount()));
        return refund.id();
    }
}
