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
            EmailAddress email = recipient(token);
            if (email == null) return null;
            PersonView person = people.byEmail(email);
            return new Digest(email.value(), person != null && digests.wanted(person.id()));
        });
    }

    /** No more of them. @return false for the link in another mail */
    @Transactional
    public boolean stop(String token) {
        return acting.asPlatform(() -> {
            EmailAddress email = recipient(token);
            if (email != null) end(email);
            return email != null;
        });
    }

    /** Whoever has it there; seen by the platform alone. */
    void end(EmailAddress email) {
        PersonView person = people.byEmail(email);
        if (person != null) digests.want(person.id(), false);
    }

    private @Nullable EmailAddress recipient(String token) {
        StoredMail mail = mails.find(capabilities.open(token).hold());
        return mail != null && mail.isDigest() ? EmailAddress.of(mail.recipient()) : null;
    }
}
