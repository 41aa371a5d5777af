package io.marquee.identity;

import io.marquee.identity.IdentityEvent.LinkPurpose;
import io.marquee.kernel.InvalidInput;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Getting an account. */
@Component
public class SignUp {
    private final Persons persons;
    private final Passwords passwords;
    private final Sessions sessions;
    private final MailedLinks links;
    private final SignInThrottle throttle;
    private final AsPlatform asPlatform;
    private final Clock clock;

    SignUp(
            Persons persons,
            Passwords passwords,
            Sessions sessions,
            MailedLinks links,
            SignInThrottle throttle,
            AsPlatform asPlatform,
            Clock clock) {
        this.persons = persons;
        this.passwords = passwords;
        this.sessions = sessions;
        this.links = links;
        this.throttle = throttle;
        this.asPlatform = asPlatform;
        this.clock = clock;
    }

    /**
     * Makes an account with its profile, mails a link that confirms the address, and signs in.
     *
     * @param back where the mailed link leads in the end: a path of ours, or null
     * @throws InvalidInput also when an account has that address
     * @throws IdentityRefused.TooManyTries
     */
    public IssuedSession create(NewAccount typed, SessionKind kind, @Nullable String back, Client client) {
        AccountForm form = AccountForm.of(typed, false, passwords);
        throttle.account(client);
        String hash = form.password() == null ? null : passwords.hash(form.password());
        return asPlatform.call(() -> {
            if (!persons.insert(form.person(), hash, clock.instant())) {
                throw InvalidInput.at("email", "email_taken");
            }
            links.send(LinkPurpose.VERIFY, form.person(), back);
            return sessions.open(form.person().id(), kind, client);
        });
    }
}
