/**
 * Ordering: what one buyer buys at once, from the hold to tickets or money back.
 *
 * <p>Tables: ordering.orders, order_lines, attendees, billing, refunds, refund_parts, free_returns, counter_sales, counter_refunds,
 * counter_keys, counter_dues, ticket_cancellations, refund_requests, approvals. Publishes: {@link
 * io.marquee.ordering.OrderEvent}. Hears, in the transaction that tells it: payments and refunds that were decided, holds
 * that expired, events that were cancelled.
 *
 * <p>Locks are taken in one order: a payment, a hold, its order, the stock. An order is inserted before its hold is
 * consumed, which is the same thing, since nobody else can see it yet.
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
            "programme",
            "pricing",
            "registration",
            "ticketing",
            "seating",
            "ticketing :: transfer",
            "ticketing :: waiting",
            "waitingroom",
            "payment",
            "ledger"
        })
@NullMarked
package io.marquee.ordering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
