package io.marquee.identity;

import io.marquee.kernel.PersonId;
import java.time.Instant;

/** What happened to a person's account. */
public sealed interface IdentityEvent {

    /** Why a link was asked for. */
    enum LinkPurpose {
        VERIFY,
        SIGN_IN,
        RESET
    }

    /**
     * A one-time link is to be mailed.
     *
     * @param path of the page with the token, below the base URL
     * @param cause unique: one mail for each
     */
    record MailedLinkRequested(
            String cause,
            LinkPurpose purpose,
            PersonId person,
            String email,
            String name,
            String locale,
            String path,
            Instant expiresAt)
            implements IdentityEvent {}

    /** The person confirmed their address. */
    record EmailVerified(PersonId person, String email, Instant at) implements IdentityEvent {}
}
