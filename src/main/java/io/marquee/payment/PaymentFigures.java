package io.marquee.payment;

import io.marquee.payment.PaymentEvent.DisputeDecided;
import io.marquee.payment.PaymentEvent.DisputeOpened;
import io.marquee.payment.PaymentEvent.InquiryClosed;
import io.marquee.payment.PaymentEvent.InquiryOpened;
import io.marquee.payment.PaymentEvent.PaymentAuthorised;
import io.marquee.payment.PaymentEvent.PaymentCaptured;
import io.marquee.payment.PaymentEvent.PaymentFailed;
import io.marquee.payment.PaymentEvent.PaymentReleased;
import io.marquee.payment.PaymentEvent.PaymentSucceeded;
import io.marquee.payment.PaymentEvent.RefundFailed;
import io.marquee.payment.PaymentEvent.RefundFound;
import io.marquee.payment.PaymentEvent.RefundSucceeded;
import io.marquee.platform.tenancy.AfterCommit;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Counts how payments and refunds end on this node, for the metrics; after the commit, so that it happened. */
@Component
class PaymentFigures {
    private final MeterRegistry meters;

    PaymentFigures(MeterRegistry meters) {
        this.meters = meters;
    }

    @EventListener
    void hear(PaymentEvent event) {
        AfterCommit.run(() -> count(event));
    }

    private void count(PaymentEvent event) {
        switch (event) {
            case PaymentSucceeded ignored -> count("marquee.payments", "succeeded");
            case PaymentFailed failed -> count("marquee.payments", failed.failureCode());
            case PaymentAuthorised ignored -> count("marquee.payments", "authorised");
            case PaymentCaptured ignored -> count("marquee.payments", "captured");
            case PaymentReleased ignored -> count("marquee.payments", "released");
            case RefundFound ignored -> count("marquee.refunds", "found");
            case RefundSucceeded ignored -> count("marquee.refunds", "succeeded");
            case RefundFailed ignored -> count("marquee.refunds", "failed");
            case InquiryOpened ignored -> count("marquee.disputes", "asked");
            case InquiryClosed ignored -> count("marquee.disputes", "not_disputed");
            case DisputeOpened ignored -> count("marquee.disputes", "opened");
            case DisputeDecided decided -> count("marquee.disputes", decided.won() ? "won" : "lost");
        }
    }

    private void count(String what, String outcome) {
        meters.counter(what, "outcome", outcome).increment();
    }
}
