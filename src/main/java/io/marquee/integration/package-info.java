/**
 * Integration: events brought in from files of other systems, and webhooks to integrators.
 *
 * <p>Tables: integration.imports, webhook_endpoints, webhook_deliveries. Publishes: EndpointDisabled. Hears: event,
 * ticketing and ordering, inside their transactions.
 */
@ApplicationModule(
        displayName = "Integration",
        allowedDependencies = {
            "kernel",
            "platform",
            "audit",
            "media",
            "identity",
            "organization",
            "event",
            "ticketing",
            "ticketing :: transfer",
            "ordering"
        })
@NullMarked
package io.marquee.integration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
