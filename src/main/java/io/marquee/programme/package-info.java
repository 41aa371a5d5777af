/**
 * Programme: what takes place within an event, where and by whom; what each person wants to see of it; and the calendar of a
 * person that other programs subscribe to.
 *
 * <p>Tables: programme.speakers, sessions, session_speakers, stars, feeds. Publishes nothing. Hears, in the same transaction, that
 * an event was copied: the copy has the same programme.
 */
@ApplicationModule(
        displayName = "Programme",
        allowedDependencies = {"kernel", "platform", "audit", "media", "identity", "organization", "event"})
@NullMarked
package io.marquee.programme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
