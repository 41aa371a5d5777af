/**
 * Conversation: what an event's team says to its guests, and what those say to one another.
 *
 * <p>Tables: conversation.blasts, rooms, members, messages, reports. Publishes nothing, and hears of guests who were
 * merged; letters go through the platform's {@code Circulation}.
 */
@ApplicationModule(
        displayName = "Conversation",
        allowedDependencies = {
            "kernel",
            "platform",
            "audit",
            "identity",
            "organization",
            "event",
            "ticketing",
            "ordering",
            "guest"
        })
@NullMarked
package io.marquee.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
