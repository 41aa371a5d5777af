package io.marquee.payment;

import io.marquee.audit.History;
import io.marquee.kernel.IllegalMove;
import io.marquee.payment.provider.ChargeFact;
import io.marquee.payment.provider.DisputeDesk;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Disputed payments: rows beside the payment's state, which follow the provider. What is booked follows the money and not
 * the state: a bank that only asks takes none, and an inquiry that was answered may still become a dispute.
 */
@Component
class Disputes {
    private final DisputeRows rows;
    private final History history;
    private final ApplicationEventPublisher events;
    private final PaymentBooks books;
    private final KeptSurplus surplus;

    Disputes(
            DisputeRows rows,
            History history,
            ApplicationEventPublisher events,
            PaymentBooks books,
            KeptSurplus surplus) {
        this.rows = rows;
        this.history = history;
        this.events = events;
        this.books = books;
        this.surplus = surplus;
    }

    /** Makes or moves the row, in the transaction that applies the fact. */
    void follow(Attempt attempt, ChargeFact.Dispute fact) {
        boolean opened = rows.open(attempt, fact);
        DisputeView dispute = locked(attempt, fact);
        if (opened) {
            history.record(subject(attempt, dispute), null, DisputeState.NEEDS_RESPONSE, fact.reason());
            events.publishEvent(
                    fact.inquiry() ? PaymentEvent.InquiryOpened.of(dispute) : PaymentEvent.DisputeOpened.of(dispute));
        }
        if (!fact.inquiry()) rows.confirm(dispute);
        boolean outdated = fact.inquiry() && !dispute.inquiry() && !rows.recognise(dispute);
        if (!outdated) {
            if (dispute.inquiry() && !fact.inquiry()) escalate(attempt, dispute);
            move(attempt, locked(attempt, fact), state(fact.standing()));
            if (fact.dueBy() != null && !fact.dueBy().equals(dispute.dueBy())) rows.due(dispute, fact.dueBy());
        }
        book(attempt, locked(attempt, fact), fact);
    }

    private DisputeView locked(Attempt attempt, ChargeFact.Dispute fact) {
        return rows.locked(attempt, fact.ref()).orElseThrow();
    }

    private void escalate(Attempt attempt, DisputeView dispute) {
        rows.escalate(dispute);
        if (dispute.state() == DisputeState.UNDER_REVIEW) {
            step(attempt, dispute, DisputeState.UNDER_REVIEW, DisputeState.NEEDS_RESPONSE, "escalated");
        }
        events.publishEvent(PaymentEvent.DisputeOpened.of(dispute));
    }

    /** Where we missed a step we make it now, so that the history has no gap. The way back is {@link #escalate} alone. */
    private void move(Attempt attempt, DisputeView dispute, DisputeState to) {
        DisputeState from = dispute.state();
        boolean missedReview = from == DisputeState.NEEDS_RESPONSE && to.isDecided();
        if (missedReview) {
            step(attempt, dispute, from, DisputeState.UNDER_REVIEW, null);
            step(attempt, dispute, DisputeState.UNDER_REVIEW, to, null);
        } else if (to != DisputeState.NEEDS_RESPONSE && DisputeState.MOVES.allows(from, to)) {
            step(attempt, dispute, from, to, null);
        }
    }

    private void step(Attempt attempt, DisputeView dispute, DisputeState from, DisputeState to, @Nullable String why) {
        if (!rows.move(dispute, from, to)) {
            throw new IllegalMove(from, to);
        }
        history.record(subject(attempt, dispute), from, to, why);
        if (to.isDecided()) {
            events.publishEvent(
                    dispute.inquiry()
                            ? PaymentEvent.InquiryClosed.of(dispute)
                            : PaymentEvent.DisputeDecided.of(dispute, to == DisputeState.WON));
        }
    }

    /** Each once, whatever we hear of first: that the money is gone, or how it was decided. */
    private void book(Attempt attempt, DisputeView dispute, ChargeFact.Dispute fact) {
        boolean news = fact.withdrawn() && rows.withdrawn(dispute);
        if (news) books.disputeOpened(attempt, dispute.id(), dispute.amount());
        if ((news || dispute.withdrawn()) && dispute.state().isDecided()) {
            books.disputeDecided(attempt, dispute.id(), dispute.amount(), dispute.state() == DisputeState.WON);
            surplus.decided(attempt, dispute);
        }
        if (fact.fee() != null) books.disputeFee(attempt, dispute.id(), fact.fee());
    }

    /** Once: whoever comes second finds it handed in. @return whether it was this one */
    @Transactional
    public boolean submit(DisputeView dispute) {
        return rows.submit(dispute);
    }

    /** @return whether anything moved */
    @Transactional
    public boolean told(Attempt attempt, DisputeDesk.Standing standing) {
        @Nullable
        DisputeView before = rows.locked(attempt, standing.dispute().ref()).orElse(null);
        follow(attempt, standing.dispute());
        return !locked(attempt, standing.dispute()).equals(before);
    }

    /** The provider has the evidence. */
    @Transactional
    public void answered(Attempt attempt, DisputeView dispute, DisputeDesk.Standing standing) {
        rows.handedIn(dispute);
        follow(attempt, standing.dispute());
    }

    /** The provider did not take it: it may be changed and handed in again. */
    @Transactional
    public void reopen(DisputeView dispute) {
        rows.reopen(dispute);
    }

    /** @throws io.marquee.kernel.NotFound */
    DisputeView byId(UUID id) {
        return rows.byId(id);
    }

    private static History.Subject subject(Attempt attempt, DisputeView dispute) {
        return new History.Subject("dispute", dispute.id(), attempt.organization(), attempt.event());
    }

    private static DisputeState state(ChargeFact.DisputeStanding standing) {
        return switch (standing) {
            case NEEDS_RESPONSE -> DisputeState.NEEDS_RESPONSE;
            case UNDER_REVIEW -> DisputeState.UNDER_REVIEW;
            case WON -> DisputeState.WON;
            case LOST -> DisputeState.LOST;
        };
    }
}
