/**
 * Waiting room: who may go on to the stock, and when, while more people want tickets than the checkout can take at once.
 *
 * <p>Tables: waitingroom.rooms, calls, uses, addresses, bound_holds. Publishes: {@link io.marquee.waitingroom.WaitingRoomEvent}. Hears:
 * an event was cancelled or ended (its room closes).
 */
@ApplicationModule(
        displayName = "Waiting room",
        allowedDependencies = {"kernel", "platform", "audit", "identity", "event"})
@NullMarked
package io.marquee.waitingroom;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
