/**
 * Ordering: what one buyer buys at once, from the hold to tickets or money back.
 *
 * <p>Tables: ordering.orders, order_lines, attendees, refund_requests. Publishes: {@link
 * io.marquee.ordering.OrderEvent}. Hears: payments and refunds that were decided, in their transaction.
 */
@ApplicationModule(
        displayName = "Ordering",
        allowedDependencies = {
            "kernel",
            "platform",
            "audit",
            "media",
            "identity",
            "organization",
            "event",
            "ticketing",
            "payment"
        })
@NullMarked
package io.marquee.ordering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
