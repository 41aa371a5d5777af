/**
 * Ticketing: what can be sold, the stock, holds on it, and the tickets with their signed codes.
 *
 * <p>Tables: ticketing.ticket_types, quotas, draws, holds, hold_lines, hold_draws, hold_seats, takes, signing_keys,
 * tickets, transfers, transfer_rules, code_rules, waiting_rules,
 * waiting_lists, waiting_entries, waiting_offers, resales. Publishes: {@link
 * io.marquee.ticketing.TicketingEvent}. Hears: an event was edited (its capacity), cancelled (holds are released), ended (tickets expire).
 */
@ApplicationModule(
        displayName = "Ticketing",
        allowedDependencies = {
            "kernel",
            "platform",
            "audit",
            "media",
            "identity",
            "organization",
            "event",
            "waitingroom",
            "seating",
            "pricing"
        })
@NullMarked
package io.marquee.ticketing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
