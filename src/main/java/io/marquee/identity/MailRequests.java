package io.marquee.identity;

import io.marquee.kernel.EmailAddress;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Mails that somebody who is not signed in has sent to an address: not too often, and without telling whether anybody is
 * known by it.
 */
@Component
public class MailRequests {
    private final SignInThrottle throttle;
    private final AsPlatform asPlatform;

    MailRequests(SignInThrottle throttle, AsPlatform asPlatform) {
        this.throttle = throttle;
        this.asPlatform = asPlatform;
    }

    /**
     * @param send finds out whether there is anything to send, in a transaction of the platform; takes the same time either way
     * @throws io.marquee.kernel.InvalidInput at {@code email} when the text is no address
     * @throws IdentityRefused.TooManyTries
     */
    public void take(String typed, Client client, Consumer<EmailAddress> send) {
        EmailAddress email = SignInLinks.address(typed);
        throttle.mail(email.value(), client);
        EvenPace.run(() -> asPlatform.run(() -> send.accept(email)));
    }
}
