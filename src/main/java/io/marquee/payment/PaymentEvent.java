package io.marquee.payment;

import io.marquee.kernel.EventId;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was decided about money. Published inside the transaction that wrote it, so that orders follow in the same. */
public sealed interface PaymentEvent {
    record PaymentSucceeded(PaymentId payment, UUID order, EventId event, OrganizationId organization, Money amount)
            implements PaymentEvent {}

    record PaymentFailed(PaymentId payment, UUID order, EventId event, OrganizationId organization, String failureCode)
            implements PaymentEvent {}

    /**
     * Reserved, not taken: {@link PaymentCaptured} or {@link PaymentReleased} follows. Where it only {@code setsUp}, nothing is
     * reserved either: a method is kept, and what is taken of it comes as payments of their own.
     */
    record PaymentAuthorised(
            PaymentId payment, UUID order, EventId event, OrganizationId organization, Money amount, boolean setsUp)
            implements PaymentEvent {}

    /** Taken of what was reserved. Never told as {@link PaymentSucceeded} too. */
    record PaymentCaptured(PaymentId payment, UUID order, EventId event, OrganizationId organization, Money amount)
            implements PaymentEvent {}

    /** What was reserved was let go: by us, or by the bank after some days. */
    record PaymentReleased(PaymentId payment, UUID order, EventId event, OrganizationId organization, Money amount)
            implements PaymentEvent {}

    record RefundSucceeded(RefundId refund, UUID order, EventId event, OrganizationId organization, Money amount)
            implements PaymentEvent {}

    /** @param why such as {@code refund_of_disputed}: its words are under {@code payment.failure}; null where nobody said */
    record RefundFailed(
            RefundId refund,
            UUID order,
            EventId event,
            OrganizationId organization,
            Money amount,
            @Nullable String why) implements PaymentEvent {}

    /** Made without us, such as in the provider's dashboard. How it ends is told as of any other. */
    record RefundFound(
            RefundId refund, PaymentId payment, UUID order, EventId event, OrganizationId organization, Money amount)
            implements PaymentEvent {}

    /** A bank asks about a payment; no money moved. {@link InquiryClosed} or {@link DisputeOpened} follows. */
    record InquiryOpened(UUID dispute, UUID order, EventId event, OrganizationId organization, Money amount)
            implements PaymentEvent {
        static InquiryOpened of(DisputeView of) {
            return new InquiryOpened(of.id(), of.order(), of.event(), of.organization(), of.amount());
        }
    }

    /** It did not become a dispute. */
    record InquiryClosed(UUID dispute, UUID order, EventId event, OrganizationId organization, Money amount)
            implements PaymentEvent {
        static InquiryClosed of(DisputeView of) {
            return new InquiryClosed(of.id(), of.order(), of.event(), of.organization(), of.amount());
        }
    }

    record DisputeOpened(UUID dispute, UUID order, EventId event, OrganizationId organization, Money amount)
            implements PaymentEvent {
        static DisputeOpened of(DisputeView of) {
            return new DisputeOpened(of.id(), of.order(), of.event(), of.organization(), of.amount());
        }
    }

    /** @param won for the organizer: the money came back */
    record DisputeDecided(
            UUID dispute, UUID order, EventId event, OrganizationId organization, Money amount, boolean won)
            implements PaymentEvent {
        static DisputeDecided of(DisputeView of, boolean won) {
            return new DisputeDecided(of.id(), of.order(), of.event(), of.organization(), of.amount(), won);
        }
    }
}
