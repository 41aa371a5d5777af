package io.marquee.identity;

import io.marquee.kernel.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signing in with a password. */
@Component
public class SignIn {
    private final Persons persons;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SignInThrottle throttle;
    private final AsPlatform asPlatform;

    SignIn(Persons persons, Passwords passwords, Sessions sessions, SignInThrottle throttle, AsPlatform asPlatform) {
        this.persons = persons;
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = throttle;
        this.asPlatform = asPlatform;
    }

    /**
     * Opens a session for whoever knows the password.
     *
     * @throws IdentityRefused.WrongCredentials the same, and after the same time, for a wrong password and for no account
     * @throws IdentityRefused.TooManyTries
     */
    public IssuedSession withPassword(String email, String password, SessionKind kind, Client client) {
        String account = EmailAddress.isValid(email) ? EmailAddress.of(email).value() : "";
        throttle.guess(account, client);
        PersonRow person = account.isEmpty()
                ? null
                : asPlatform.<@Nullable PersonRow>call(() -> persons.byEmail(new EmailAddress(account)));
        if (!passwords.matches(password, person) || person == null || person.disabled()) {
            throw new IdentityRefused.WrongCredentials();
        }
        throttle.guessedRight(account, client);
        renewHash(person, password);
        return sessions.open(person.view().id(), kind, client);
    }

    private void renewHash(PersonRow person, String password) {
        if (person.passwordHash() != null && passwords.isOutdated(person.passwordHash())) {
            String hash = passwords.hash(password);
            asPlatform.run(() -> persons.setPassword(person.view().id(), hash));
        }
    }
}
