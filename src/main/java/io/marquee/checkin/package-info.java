/**
 * Check-in: scans at the door and their verdicts.
 *
 * <p>Tables: checkin.check_ins, devices, lists, conflicts, badges. Publishes nothing. Hears of events that were copied.
 */
@ApplicationModule(
        displayName = "Check-in",
        allowedDependencies = {
            "kernel",
            "platform",
            "audit",
            "media",
            "identity",
            "organization",
            "event",
            "ticketing",
            "registration",
            "seating",
            "ordering",
            "pricing",
            "guest"
        })
@NullMarked
package io.marquee.checkin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
