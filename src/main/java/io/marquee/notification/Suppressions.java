package io.marquee.notification;

import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.Cursors;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Slice;
import io.marquee.platform.tenancy.Acting;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Addresses that an organization does not write to; for those who may edit it. */
@Component
public class Suppressions {
    private static final int LONGEST_REASON = 500;

    private final SuppressionTable suppressions;
    private final Access access;
    private final Acting acting;

    Suppressions(SuppressionTable suppressions, Access access, Acting acting) {
        this.suppressions = suppressions;
        this.access = access;
        this.acting = acting;
    }

    /** Newest first. @param email one address, or empty for all */
    @Transactional(readOnly = true)
    public Slice<SuppressionView> of(OrganizationId organization, String email, @Nullable String cursor, int limit) {
        access.require(Permission.EDIT_ORGANIZATION, organization);
        String wanted = email.strip().toLowerCase(Locale.ROOT);
        return Slice.of(
                suppressions.list(organization, wanted, Cursors.id(cursor), limit + 1),
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

    /** Of all organizations and of the installation, newest first; for administrators. */
    @Transactional(readOnly = true)
    public Slice<SuppressionView> all(String email, @Nullable String cursor, int limit) {
        access.requireAdministrator();
        UUID before = Cursors.id(cursor);
        String wanted = email.strip().toLowerCase(Locale.ROOT);
        return acting.asPlatform(() -> Slice.of(
                suppressions.listAll(wanted, before, limit + 1),
                limit,
                one -> one.id().toString()));
    }

    /** Nobody's optional mail goes there any more. @param why for those who look at the list later @throws InvalidInput */
    @Transactional
    public void enterForAll(String email, String why) {
        access.requireAdministrator();
        InvalidInput.gather()
                .check(EmailAddress.isValid(email), "email", email.isBlank() ? "required" : "email")
                .check(!why.isBlank(), "why", "required")
                .check(why.length() <= LONGEST_REASON, "why", "too_long", LONGEST_REASON)
                .orThrow();
        acting.asPlatform(() -> suppressions.add(null, EmailAddress.of(email), null, Reason.ENTERED, why.strip()));
    }

    /** Whoever entered it. @throws NotFound */
    @Transactional
    public void liftAny(UUID id) {
        access.requireAdministrator();
        if (!acting.asPlatform(() -> suppressions.lift(id))) throw new NotFound("suppression");
    }
}
