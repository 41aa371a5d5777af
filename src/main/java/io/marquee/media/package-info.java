/**
 * Media: uploaded images, distrusted, re-encoded, kept in the sizes that pages use.
 *
 * <p>Tables: media.images. Publishes and hears nothing.
 */
@ApplicationModule(
        displayName = "Media",
        allowedDependencies = {"kernel", "platform"})
@NullMarked
package io.marquee.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
