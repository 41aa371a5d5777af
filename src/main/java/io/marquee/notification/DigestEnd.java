package io.marquee.notification;

import io.marquee.identity.People;
import io.marquee.identity.PersonView;
import io.marquee.kernel.EmailAddress;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Capabilities;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a digest ends: by the link in it, with or without being signed in, or since nobody takes it. */
@Component
public class DigestEnd {
    private final MailTable mails;
    private final DigestTable digests;
    private final People people;
    private final Capabilities capabilities;
    private final Acting acting;

    DigestEnd(MailTable mails, DigestTable digests, People people, Capabilities capabilities, Acting acting) {
        this.mails = mails;
        this.digests = digests;
        this.people = people;
        this.capabilities = capabilities;
        this.acting = acting;
    }

    /** @param comes whether there will be another */
    public record Digest(String email, boolean comes) {}

    /** @return null for the link in another mail */
    @Transactional(readOnly = true)
    public @Nullable Digest of(String token) {
        return acting.<@Nullable Digest>asPlatform(() -> {
            StoredMail mail = digest(token);
            return mail == null ? null : new Digest(mail.recipient(), digests.wanted(Digests.whose(mail)));
        });
    }

    /** No more of them, wherever they go by now. @return false for the link in another mail */
    @Transactional
    public boolean stop(String token) {
        return acting.asPlatform(() -> {
            StoredMail mail = digest(token);
            if (mail != null) digests.want(Digests.whose(mail), false);
            return mail != null;
        });
    }

    /** It came back: no more of them, unless they go elsewhere by now. Seen by the platform alone. */
    void returned(StoredMail mail) {
        PersonView there = people.byEmail(EmailAddress.of(mail.recipient()));
        if (there != null && there.id().equals(Digests.whose(mail))) digests.want(there.id(), false);
    }

    private @Nullable StoredMail digest(String token) {
        StoredMail mail = mails.find(capabilities.open(token).hold());
        return mail != null && mail.isDigest() ? mail : null;
    }
}
