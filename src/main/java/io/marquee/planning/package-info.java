/**
 * Planning: what an event's team has to do until when, and what the event has reached.
 *
 * <p>Tables: planning.tasks, templates, template_tasks, milestones. Publishes: {@link io.marquee.planning.PlanningEvent}. Hears, in the
 * same transaction, that an event was moved or copied: due days follow; and, in memory alone, that an order was paid.
 */
@ApplicationModule(
        displayName = "Planning",
        allowedDependencies = {
            "kernel",
            "platform",
            "audit",
            "media",
            "identity",
            "organization",
            "event",
            "ticketing",
            "ordering"
        })
@NullMarked
package io.marquee.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
