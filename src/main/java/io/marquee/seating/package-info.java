/**
 * Seating: the plan of an event's seats, drawn by its team, and who has which seat.
 *
 * <p>Ticket types and holds are known by their ids only: the module to the left sells them and takes the seats inside its own
 * transactions.
 *
 * <p>Tables: seating.maps, sections, seats, occupants. Publishes nothing and hears nothing.
 */
@ApplicationModule(
        displayName = "Seating",
        allowedDependencies = {"kernel", "platform", "audit", "media", "identity", "organization", "event"})
@NullMarked
package io.marquee.seating;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
