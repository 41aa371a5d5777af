/**
 * Administration: the pages for whoever runs the installation. They look at what other modules own.
 *
 * <p>Tables: none. Publishes and hears nothing.
 */
@ApplicationModule(
        displayName = "Administration",
        allowedDependencies = {"kernel", "platform", "identity"})
@NullMarked
package io.marquee.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
