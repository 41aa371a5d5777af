/**
 * Audit: the history of every state, append-only.
 *
 * <p>Tables: audit.transitions. Publishes and hears nothing: modules write their moves through {@link io.marquee.audit.History}.
 */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"kernel", "platform"})
@NullMarked
package io.marquee.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
