/**
 * Payment: attempts to pay, refunds and disputes, each driven by facts fetched from its provider.
 *
 * <p>Tables: payment.payments, refunds, disputes, discrepancies, discrepancy_moves, reconciliations,
 * provider_states, webhooks, sandbox_*. Publishes: {@link
 * io.marquee.payment.PaymentEvent}. Hears nothing.
 */
@ApplicationModule(
        displayName = "Payment",
        allowedDependencies = {
            "kernel",
            "platform",
            "audit",
            "media",
            "identity",
            "organization",
            "event",
            "ticketing",
            "ledger"
        })
@NullMarked
package io.marquee.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
