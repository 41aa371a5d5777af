/**
 * Wallet: tickets as passes for phones. Apple's are signed files that phones fetch anew by a web service of ours, Google's are
 * objects there. Both follow what happens to event and ticket. Without the operator's keys there are none.
 *
 * <p>Tables: wallet.passes, registrations, watched. Publishes and hears nothing: a job looks at what changed.
 */
@ApplicationModule(
        displayName = "Wallet",
        allowedDependencies = {
            "kernel",
            "platform",
            "audit",
            "media",
            "identity",
            "organization",
            "event",
            "ticketing",
            "seating",
            "ordering"
        })
@NullMarked
package io.marquee.wallet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
