package io.marquee.identity;

import io.marquee.identity.IdentityEvent.LinkPurpose;
import io.marquee.kernel.PersonId;
import org.springframework.stereotype.Component;

/**
 * Proving that an account's address is one's own, by the link that was mailed to it.
 *
 * <p>It takes both, the link and being signed in: else somebody could make an account with another's address and a
 * password of their own, and have the other confirm it.
 */
@Component
public class AddressProof {
    private final People people;
    private final OneTimeTokens tokens;
    private final MailedLinks links;
    private final ConfirmedAddresses confirmed;
    private final SignInThrottle throttle;
    private final AsPlatform asPlatform;
    private final Access access;

    AddressProof(
            People people,
            OneTimeTokens tokens,
            MailedLinks links,
            ConfirmedAddresses confirmed,
            SignInThrottle throttle,
            AsPlatform asPlatform,
            Access access) {
        this.people = people;
        this.tokens = tokens;
        this.links = links;
        this.confirmed = confirmed;
        this.throttle = throttle;
        this.asPlatform = asPlatform;
        this.access = access;
    }

    /** Mails another link to the person who acts; nothing happens when their address is confirmed already. */
    public void resend(Client client) {
        PersonView me = people.me();
        if (!me.verified()) {
            throttle.mail(me.email().value(), client);
            asPlatform.run(() -> links.send(LinkPurpose.VERIFY, me, null));
        }
    }

    /** Whether the link could be used now, by whomever. */
    public boolean isGood(String token) {
        return asPlatform.call(() -> tokens.isGood(OneTimeTokens.Purpose.VERIFY, token));
    }

    /**
     * Confirms the address of the person who acts.
     *
     * @throws IdentityRefused.LinkNotGood for one that was used, is too old or never was
     * @throws IdentityRefused.LinkOfAnother for one of another person
     */
    public void confirm(String token) {
        PersonId person = access.personId();
        PersonView me = people.me();
        asPlatform.run(() -> {
            PersonId owner = tokens.owner(OneTimeTokens.Purpose.VERIFY, token);
            if (owner != null && !owner.equals(person)) {
                throw new IdentityRefused.LinkOfAnother();
            }
            tokens.use(OneTimeTokens.Purpose.VERIFY, token);
            confirmed.confirm(me);
        });
    }
}
