/**
 * Trail: shows who did what to an event, an organization, or an account, and brings settings back to how they were.
 *
 * <p>Tables: none. Publishes and hears nothing: it reads what {@code audit} keeps, and asks each module to restore what is its own.
 */
@ApplicationModule(
        displayName = "Trail",
        allowedDependencies = {"kernel", "platform", "audit", "identity", "organization", "event"})
@NullMarked
package io.marquee.trail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
