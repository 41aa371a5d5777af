/**
 * Demo: a believable organization with events, sales and guests, for {@code bin/run --demo}. It does what people do, through
 * the same commands.
 *
 * <p>Tables: none. Publishes nothing. Hears: the link that confirms its own address.
 */
@ApplicationModule(
        displayName = "Demo",
        allowedDependencies = {
            "kernel",
            "platform",
            "identity",
            "organization",
            "event",
            "pricing",
            "seating",
            "ticketing",
            "payment",
            "payout",
            "ordering",
            "checkin",
            "escrow"
        })
@NullMarked
package io.marquee.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
