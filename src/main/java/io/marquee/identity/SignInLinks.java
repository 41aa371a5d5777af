package io.marquee.identity;

import io.marquee.identity.IdentityEvent.LinkPurpose;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signing in by a link that is mailed, good once and for a quarter of an hour. */
@Component
public class SignInLinks {
    private final Persons persons;
    private final OneTimeTokens tokens;
    private final MailedLinks links;
    private final ConfirmedAddresses confirmed;
    private final Sessions sessions;
    private final MailRequests requests;
    private final AsPlatform asPlatform;

    SignInLinks(
            Persons persons,
            OneTimeTokens tokens,
            MailedLinks links,
            ConfirmedAddresses confirmed,
            Sessions sessions,
            MailRequests requests,
            AsPlatform asPlatform) {
        this.persons = persons;
        this.tokens = tokens;
        this.links = links;
        this.confirmed = confirmed;
        this.sessions = sessions;
        this.requests = requests;
        this.asPlatform = asPlatform;
    }

    /**
     * Mails a link to the account of that address, if there is one; the caller can't tell.
     *
     * @param back where the link leads in the end: a path of ours, or null
     * @throws InvalidInput when the text is no address
     * @throws IdentityRefused.TooManyTries
     */
    public void request(String typed, @Nullable String back, Client client) {
        requests.take(typed, client, email -> {
            PersonRow person = persons.byEmail(email);
            if (person != null && !person.disabled()) {
                links.send(LinkPurpose.SIGN_IN, person.view(), back);
            }
        });
    }

    static EmailAddress address(String typed) {
        if (!EmailAddress.isValid(typed)) {
            throw InvalidInput.at("email", "email");
        }
        return EmailAddress.of(typed);
    }

    /** Whether the link could be used now. Looking does not use it: mail scanners look. */
    public boolean isGood(String token) {
        return asPlatform.call(() -> tokens.isGood(OneTimeTokens.Purpose.SIGN_IN, token));
    }

    /**
     * Uses the link up and signs in. Who reads the mail owns the address: where it was unproven until now, the password
     * and the sessions may be of somebody else who only typed it, so they end.
     *
     * @throws IdentityRefused.LinkNotGood for one that was used, is too old or never was
     */
    public IssuedSession use(String token, Client client) {
        return asPlatform.call(() -> {
            PersonId id = tokens.owner(OneTimeTokens.Purpose.SIGN_IN, token);
            tokens.use(OneTimeTokens.Purpose.SIGN_IN, token);
            PersonRow person = id == null ? null : persons.byId(id);
            if (person == null || person.disabled()) {
                throw new IdentityRefused.LinkNotGood();
            }
            if (confirmed.confirm(person.view())) {
                persons.setPassword(person.view().id(), null);
                sessions.revokeOthers(person.view().id(), null);
            }
            return sessions.open(person.view().id(), SessionKind.WEB, client);
        });
    }
}
