package io.marquee.payment;

import io.marquee.payment.PaymentEvent.DisputeOpened;
import io.marquee.payment.PaymentEvent.PaymentFailed;
import io.marquee.payment.PaymentEvent.PaymentSucceeded;
import io.marquee.payment.PaymentEvent.RefundFailed;
import io.marquee.payment.PaymentEvent.RefundSucceeded;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts how payments and refunds end on this node, for the metrics; after the commit, so that it happened. */
@Component
class PaymentFigures {
    private final MeterRegistry meters;

    PaymentFigures(MeterRegistry meters) {
        this.meters = meters;
    }

    @EventListener
    void hear(PaymentEvent event) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                count(event);
            }
        });
    }

    private void count(PaymentEvent event) {
        switch (event) {
            case PaymentSucceeded ignored -> count("marquee.payments", "succeeded");
            case PaymentFailed failed -> count("marquee.payments", failed.failureCode());
            case RefundSucceeded ignored -> count("marquee.refunds", "succeeded");
            case RefundFailed ignored -> count("marquee.refunds", "failed");
            case DisputeOpened ignored -> count("marquee.disputes", "opened");
        }
    }

    private void count(String what, String outcome) {
        meters.counter(what, "outcome", outcome).increment();
    }
}
