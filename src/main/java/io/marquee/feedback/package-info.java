/**
 * Feedback: what those who came say of an event afterwards, and how that changes from event to event. They answer by a link of
 * their own, without an account; the team reads what was said and not who said it.
 *
 * <p>Tables: feedback.requests, questions, answers. Publishes and hears nothing: whoever writes to people asks through {@code Feedback}.
 */
@ApplicationModule(
        displayName = "Feedback",
        allowedDependencies = {
            "kernel",
            "platform",
            "audit",
            "media",
            "identity",
            "organization",
            "event",
            "registration"
        })
@NullMarked
package io.marquee.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
