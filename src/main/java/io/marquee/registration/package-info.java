/**
 * Registration: what an event asks those who come, and what they answer.
 *
 * <p>Tables: registration.questions, answers. Publishes and hears nothing: answers hang on the hold, which the order above keeps.
 */
@ApplicationModule(
        displayName = "Registration",
        allowedDependencies = {"kernel", "platform", "audit", "media", "identity", "organization", "event", "ticketing"
        })
@NullMarked
package io.marquee.registration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
