package io.marquee.organization;

import io.marquee.kernel.PersonId;
import io.marquee.platform.tenancy.OrganizationRole;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member as the other members see them.
 *
 * @param email null for those who may not manage the members
 * @param me whether it is the person who asks
 */
public record MemberView(
        PersonId person,
        String name,
        @Nullable String email,
        @Nullable UUID avatar,
        OrganizationRole role,
        Instant since,
        boolean me) {}
