package io.marquee.payment;

import io.marquee.kernel.Money;
import io.marquee.payment.provider.ChargeFact;
import io.marquee.payment.provider.ChargeRequest.Capture;
import io.marquee.payment.provider.RefundFact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one place that moves money's states, from what a provider said when it was asked. The order follows in the same
 * transaction. A fact that is older than what we know moves nothing: the table has no way back.
 */
@Component
class ProviderFacts {
    private final Attempts attempts;
    private final Refunds refunds;
    private final Disputes disputes;
    private final Discrepancies discrepancies;
    private final ForeignRefunds foreign;
    private final PaymentBooks books;
    private final ApplicationEventPublisher events;

    ProviderFacts(
            Attempts attempts,
            Refunds refunds,
            Disputes disputes,
            Discrepancies discrepancies,
            ForeignRefunds foreign,
            PaymentBooks books,
            ApplicationEventPublisher events) {
        this.attempts = attempts;
        this.refunds = refunds;
        this.disputes = disputes;
        this.discrepancies = discrepancies;
        this.foreign = foreign;
        this.books = books;
        this.events = events;
    }

    /**
     * A decided attempt is not locked: its order may be locked first by whoever gives money back.
     *
     * @param known as it stood a moment ago; what is decided stays so
     * @return the attempt as it stands afterwards
     */
    @Transactional
    public Attempt apply(Attempt known, ChargeFact fact) {
        if (known.state().undecided()) {
            settle(attempts.locked(known.id()), fact);
        } else {
            compareWithEnd(known, fact);
        }
        Attempt now = attempts.byId(known.id());
        fact.disputes().forEach(dispute -> disputes.follow(now, dispute));
        foreign.takeUp(now, fact).forEach(found -> apply(found, factOf(refunds.byId(found), fact)));
        return now;
    }

    /** What a provider says that was asked to give it up. @param until as {@link Attempts#givesUp} answered */
    @Transactional
    public Attempt givenUp(Attempt known, ChargeFact fact, Instant until) {
        attempts.gaveUp(known.id(), until);
        return apply(known, fact);
    }

    private static RefundFact factOf(Refund refund, ChargeFact fact) {
        return fact.refunds().stream()
                .filter(there -> ForeignRefunds.same(refund, there))
                .findFirst()
                .orElseThrow();
    }

    private void settle(Attempt attempt, ChargeFact fact) {
        PaymentState to = state(fact.standing());
        // what is reserved may be gone in the next moment: whoever asks for that hears how it stands afterwards
        if (to == PaymentState.AUTHORISED && attempts.isBeingGivenUp(attempt)) return;
        if (!attempt.state().undecided()) {
            compareWithEnd(attempt, fact);
        } else if (!fact.amount().equals(expected(attempt, to))) {
            attempts.note(attempt, fact);
            discrepancies.found(attempt, "amount", expected(attempt, to), fact.amount());
        } else {
            attempts.note(attempt, fact);
            if (PaymentState.MOVES.allows(attempt.state(), to)) {
                attempts.move(attempt, to, fact.failureCode());
                tell(attempt, to, fact);
            }
        }
    }

    private static Money expected(Attempt attempt, PaymentState to) {
        return to == PaymentState.SUCCEEDED
                ? attempt.amount()
                : attempt.request().amount();
    }

    private void compareWithEnd(Attempt attempt, ChargeFact fact) {
        boolean paidAfterTheEnd =
                fact.standing() == ChargeFact.Standing.SUCCEEDED && attempt.state() != PaymentState.SUCCEEDED;
        if (paidAfterTheEnd) {
            discrepancies.found(
                    attempt.provider(), attempt.request().account(), fact, attempt, "ended_before", attempt.state());
        } else if (attempt.state() == PaymentState.SUCCEEDED
                && fact.fee() != null
                && attempts.noteFee(attempt, fact.fee())) {
            books.fee(attempt, fact.fee());
        }
    }

    private void tell(Attempt attempt, PaymentState to, ChargeFact fact) {
        if (to == PaymentState.SUCCEEDED) {
            books.succeeded(attempt);
            books.fee(attempt, fact.fee());
        }
        boolean later = attempt.request().capture() != Capture.AT_ONCE;
        PaymentEvent event = switch (to) {
            case SUCCEEDED ->
                later && attempt.state() == PaymentState.AUTHORISED ? attempt.captured() : attempt.succeeded();
            case FAILED -> attempt.failed(fact.failureCode() == null ? "unknown" : fact.failureCode());
            case AUTHORISED -> later ? attempt.authorised() : null;
            case CANCELLED -> cancelled(attempt, later);
            case CREATED, REQUIRES_ACTION, PROCESSING -> null;
        };
        if (event != null) events.publishEvent(event);
    }

    /** Nobody is there to give up what is charged in their absence: it came to nothing. */
    private static @Nullable PaymentEvent cancelled(Attempt attempt, boolean later) {
        if (attempt.request().buyerAbsent()) return attempt.failed("cancelled");
        return later && attempt.state() == PaymentState.AUTHORISED ? attempt.released() : null;
    }

    /** @return the refund as it stands afterwards */
    @Transactional
    public Refund apply(RefundId id, RefundFact fact) {
        // the payment first: its refunds are booked one after the other, each with its part of the fee
        Attempt attempt = attempts.locked(refunds.byId(id).payment());
        Refund refund = refunds.locked(id);
        RefundState to = state(fact.standing());
        if (!fact.amount().equals(refund.amount())) {
            discrepancies.found(attempt, "refund_amount", refund.amount(), fact.amount());
        } else if (RefundState.MOVES.allows(refund.state(), to)) {
            Money before = refunds.arrived(attempt);
            refunds.move(refund, to, fact.ref(), fact.failureCode());
            if (to == RefundState.SUCCEEDED) books.refunded(refund, attempt, before);
            tell(refund, to, fact.failureCode());
        }
        return refunds.byId(id);
    }

    private void tell(Refund refund, RefundState to, @Nullable String why) {
        switch (to) {
            case SUCCEEDED ->
                events.publishEvent(new PaymentEvent.RefundSucceeded(
                        refund.id(), refund.order(), refund.event(), refund.organization(), refund.amount()));
            case FAILED ->
                events.publishEvent(new PaymentEvent.RefundFailed(
                        refund.id(), refund.order(), refund.event(), refund.organization(), refund.amount(), why));
            case REQUESTED, APPROVED, PROCESSING, DECLINED -> {}
        }
    }

    private static PaymentState state(ChargeFact.Standing standing) {
        return switch (standing) {
            case REQUIRES_ACTION -> PaymentState.REQUIRES_ACTION;
            case PROCESSING -> PaymentState.PROCESSING;
            case AUTHORISED -> PaymentState.AUTHORISED;
            case SUCCEEDED -> PaymentState.SUCCEEDED;
            case FAILED -> PaymentState.FAILED;
            case CANCELLED -> PaymentState.CANCELLED;
        };
    }

    private static RefundState state(RefundFact.Standing standing) {
        return switch (standing) {
            case PROCESSING -> RefundState.PROCESSING;
            case SUCCEEDED -> RefundState.SUCCEEDED;
            case FAILED -> RefundState.FAILED;
        };
    }
}
