/**
 * Platform: what carries the modules: tenancy (who acts), the database inside, settings, jobs, the web shell.
 *
 * <p>Tables: platform.* (event publications, scheduled tasks, idempotency keys). Publishes and hears nothing.
 */
@ApplicationModule(displayName = "Platform", type = ApplicationModule.Type.OPEN, allowedDependencies = "kernel")
@NullMarked
package io.marquee.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
