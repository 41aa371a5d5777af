/**
 * Audit: who did what to which thing, and the history of every state: append-only and sealed.
 *
 * <p>Tables: audit.transitions, entries, personal, seals. Publishes and hears nothing: modules write their moves through {@link
 * io.marquee.audit.History}, and say in a migration which of their tables are watched; readers ask {@link io.marquee.audit.Trail}.
 */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"kernel", "platform"})
@NullMarked
package io.marquee.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
