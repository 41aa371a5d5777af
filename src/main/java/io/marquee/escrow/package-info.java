/**
 * Escrow: stakes. The price of some tickets goes back to whoever comes, and is lost by whoever does not.
 *
 * <p>Tables: escrow.terms, settlements, reservations, stakes. Publishes: {@link io.marquee.escrow.StakeEvent}. Hears, in the transaction that tells it: orders that
 * were paid, money back that the bank refused, staked tickets that were used, given back or lost, events that ended.
 *
 * <p>Locks are taken in one order: an order, its tickets, their stakes.
 */
@ApplicationModule(
        displayName = "Escrow",
        allowedDependencies = {
            "kernel",
            "platform",
            "audit",
            "identity",
            "organization",
            "event",
            "seating",
            "ticketing",
            "ledger",
            "payment",
            "ordering",
            "checkin"
        })
@NullMarked
package io.marquee.escrow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
