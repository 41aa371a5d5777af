package io.marquee.identity;

import io.marquee.identity.IdentityEvent.LinkPurpose;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A new password for whoever reads the account's mail. */
@Component
public class PasswordReset {
    private final Persons persons;
    private final Passwords passwords;
    private final OneTimeTokens tokens;
    private final MailedLinks links;
    private final ConfirmedAddresses confirmed;
    private final Sessions sessions;
    private final ApiTokens apiTokens;
    private final MailRequests requests;
    private final AsPlatform asPlatform;

    PasswordReset(
            Persons persons,
            Passwords passwords,
            OneTimeTokens tokens,
            MailedLinks links,
            ConfirmedAddresses confirmed,
            Sessions sessions,
            ApiTokens apiTokens,
            MailRequests requests,
            AsPlatform asPlatform) {
        this.persons = persons;
        this.passwords = passwords;
        this.tokens = tokens;
        this.links = links;
        this.confirmed = confirmed;
        this.sessions = sessions;
        this.apiTokens = apiTokens;
        this.requests = requests;
        this.asPlatform = asPlatform;
    }

    /**
     * Mails a link to the account of that address, if there is one; the caller can't tell.
     *
     * @throws InvalidInput when the text is no address
     * @throws IdentityRefused.TooManyTries
     */
    public void request(String typed, Client client) {
        requests.take(typed, client, email -> {
            PersonRow person = persons.byEmail(email);
            if (person != null && !person.disabled()) {
                links.send(LinkPurpose.RESET, person.view(), null);
            }
        });
    }

    /** Whether the link could be used now. */
    public boolean isGood(String token) {
        return asPlatform.call(() -> tokens.isGood(OneTimeTokens.Purpose.RESET, token));
    }

    /**
     * Sets the password, ends all sessions, tokens and links of the account, and signs in here.
     *
     * @throws InvalidInput at {@code password}; the link stays good
     * @throws IdentityRefused.LinkNotGood for one that was used, is too old or never was
     */
    public IssuedSession use(String token, String password, Client client) {
        PersonRow person = owner(token);
        InvalidInput.Gatherer problems = InvalidInput.gather();
        passwords.check(problems, "password", password, person.view().email());
        problems.orThrow();
        String hash = passwords.hash(password);
        PersonId id = person.view().id();
        return asPlatform.call(() -> {
            tokens.use(OneTimeTokens.Purpose.RESET, token);
            tokens.useUp(id);
            persons.setPassword(id, hash);
            confirmed.confirm(person.view());
            sessions.revokeOthers(id, null);
            apiTokens.revokeAll(id);
            return sessions.open(id, SessionKind.WEB, client);
        });
    }

    private PersonRow owner(String token) {
        PersonRow person = asPlatform.<@Nullable PersonRow>call(() -> {
            PersonId id = tokens.owner(OneTimeTokens.Purpose.RESET, token);
            return id == null ? null : persons.byId(id);
        });
        if (person == null || person.disabled()) {
            throw new IdentityRefused.LinkNotGood();
        }
        return person;
    }
}
