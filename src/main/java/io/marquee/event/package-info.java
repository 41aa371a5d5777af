/**
 * Event: what happens where and when, its team, its life cycle and its public page.
 *
 * <p>Tables: event.events, roles, invitations, listings, pictures, series, occurrences. Publishes: {@link io.marquee.event.EventEvent}. Hears nothing.
 */
@ApplicationModule(
        displayName = "Event",
        allowedDependencies = {"kernel", "platform", "audit", "media", "identity", "organization"})
@NullMarked
package io.marquee.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
