/**
 * Privacy: people get all that is kept about them, and are erased when they want that.
 *
 * <p>Tables: privacy.proofs, exports, erasures. Publishes: {@link io.marquee.privacy.PrivacyLetterDue}. Hears nothing: what each module
 * keeps about people it says itself, as {@link io.marquee.platform.personal.PersonalRecords}.
 */
@ApplicationModule(
        displayName = "Privacy",
        allowedDependencies = {"kernel", "platform", "media", "identity"})
@NullMarked
package io.marquee.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
