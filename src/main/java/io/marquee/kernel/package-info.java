/**
 * Kernel: the values that every module speaks in. It knows no framework but Jackson's annotations and no other module.
 *
 * <p>Tables: none. Publishes: nothing. Hears: nothing.
 */
@ApplicationModule(
        displayName = "Kernel",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package io.marquee.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
