/**
 * Media: uploaded images, distrusted, re-encoded, kept in the sizes that pages use; and files that are not for everybody, behind
 * signed links. They lie in the data folder, or in storage that speaks S3.
 *
 * <p>Tables: media.images, files, removals, installation. Publishes and hears nothing.
 */
@ApplicationModule(
        displayName = "Media",
        allowedDependencies = {"kernel", "platform"})
@NullMarked
package io.marquee.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
