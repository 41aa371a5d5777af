/**
 * Identity: people, how they sign in, and the one place that answers what they may do.
 *
 * <p>Tables: identity.persons, profiles, platform_roles, sessions, api_tokens, one_time_tokens. Publishes: {@link
 * io.marquee.identity.IdentityEvent}. Hears nothing.
 */
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"kernel", "platform", "audit", "media"})
@NullMarked
package io.marquee.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
