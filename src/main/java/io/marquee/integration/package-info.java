/**
 * Integration: events brought in from files of other systems.
 *
 * <p>Tables: integration.imports. Publishes and hears nothing.
 */
@ApplicationModule(
        displayName = "Integration",
        allowedDependencies = {"kernel", "platform", "audit", "media", "identity", "organization", "event", "ticketing"
        })
@NullMarked
package io.marquee.integration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
