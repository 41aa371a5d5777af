package io.marquee.notification;

import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Slice;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Addresses that an organization does not write to; for those who may edit it. */
@Component
public class Suppressions {
    private final SuppressionTable suppressions;
    private final Access access;

    Suppressions(SuppressionTable suppressions, Access access) {
        this.suppressions = suppressions;
        this.access = access;
    }

    /** Newest first. @param email one address, or empty for all */
    @Transactional(readOnly = true)
    public Slice<SuppressionView> of(OrganizationId organization, String email, @Nullable String cursor, int limit) {
        access.require(Permission.EDIT_ORGANIZATION, organization);
        String wanted = email.strip().toLowerCase(Locale.ROOT);
        return Slice.of(
                suppressions.list(organization, wanted, before(cursor), limit + 1),
                limit,
                one -> one.id().toString());
    }

    /** For somebody who asked the organizer themselves: nothing optional any more. @throws InvalidInput */
    @Transactional
    public void enter(OrganizationId organization, String email) {
        access.require(Permission.EDIT_ORGANIZATION, organization);
        InvalidInput.gather()
                .check(EmailAddress.isValid(email), "email", email.isBlank() ? "required" : "email")
                .orThrow();
        suppressions.add(organization, EmailAddress.of(email), null, Reason.ENTERED, "");
    }

    /** Writes to that address again. @throws NotFound */
    @Transactional
    public void lift(OrganizationId organization, UUID id) {
        access.require(Permission.EDIT_ORGANIZATION, organization);
        if (!suppressions.lift(organization, id)) throw new NotFound("suppression");
    }

    private static @Nullable UUID before(@Nullable String cursor) {
        try {
            return cursor == null ? null : UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            throw InvalidInput.at("cursor", "format");
        }
    }
}
