package io.marquee.identity;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Unauthenticated;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A password that the person who acts sets on their own account. */
@Component
public class PasswordChange {
    private final Persons persons;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SignInThrottle throttle;
    private final AsPlatform asPlatform;
    private final Access access;

    PasswordChange(
            Persons persons,
            Passwords passwords,
            Sessions sessions,
            SignInThrottle throttle,
            AsPlatform asPlatform,
            Access access) {
        this.persons = persons;
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = throttle;
        this.asPlatform = asPlatform;
        this.access = access;
    }

    /** Whether the person who acts has a password. */
    public boolean hasPassword() {
        return me().passwordHash() != null;
    }

    /**
     * Sets the password and ends the person's other sessions.
     *
     * @param current the one until now; not looked at where there was none
     * @param token of the session that stays
     * @throws InvalidInput at {@code current} or {@code password}
     */
    public void change(String current, String password, @Nullable String token, Client client) {
        PersonRow me = me();
        InvalidInput.Gatherer problems = InvalidInput.gather();
        problems.check(me.passwordHash() == null || isRight(current, me, client), "current", "password_wrong");
        passwords.check(problems, "password", password, me.view().email());
        problems.orThrow();
        String hash = passwords.hash(password);
        asPlatform.run(() -> {
            persons.setPassword(me.view().id(), hash);
            sessions.revokeOthers(me.view().id(), token);
        });
    }

    /**
     * Makes sure that it is them who acts, before something that cannot be undone.
     *
     * @throws InvalidInput at {@code field} where it is not their password
     */
    public void requireRight(String field, String password, Client client) {
        if (!isRight(password, me(), client)) throw InvalidInput.at(field, "password_wrong");
    }

    private boolean isRight(String current, PersonRow me, Client client) {
        String account = me.view().email().value();
        throttle.guess(account, client);
        boolean right = passwords.matches(current, me);
        if (right) {
            throttle.guessedRight(account, client);
        }
        return right;
    }

    private PersonRow me() {
        PersonId person = access.personId();
        PersonRow row = asPlatform.<@Nullable PersonRow>call(() -> persons.byId(person));
        if (row == null) throw new Unauthenticated();
        return row;
    }
}
