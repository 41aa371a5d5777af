/**
 * Payout: the organizations' own accounts at providers: opening them, what is missing, what lies in them, and how it gets to
 * their banks.
 *
 * <p>Tables: payout.accounts, payouts, transfers, operator_moves, plans, releases. Publishes: {@link
 * io.marquee.payout.PayoutEvent}. Hears of events that ended, and what providers tell of accounts and payouts, and has both compared in
 * the nightly reconciliation.
 */
@ApplicationModule(
        displayName = "Payout",
        allowedDependencies = {
            "kernel",
            "platform",
            "audit",
            "media",
            "identity",
            "organization",
            "event",
            "payment",
            "payment :: provider",
            "ledger"
        })
@NullMarked
package io.marquee.payout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
