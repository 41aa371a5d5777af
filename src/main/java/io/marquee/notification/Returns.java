package io.marquee.notification;

import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.mail.LetterMoved;
import io.marquee.platform.tenancy.Acting;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mail that came back or was called spam: the mail shows it, and its address is not written to any more. */
@Component
class Returns {
    private static final int LONGEST = 500;

    private final MailTable mails;
    private final SuppressionTable suppressions;
    private final Moves moves;
    private final DigestEnd digest;
    private final FollowingEnd following;
    private final Acting acting;

    Returns(
            MailTable mails,
            SuppressionTable suppressions,
            Moves moves,
            DigestEnd digest,
            FollowingEnd following,
            Acting acting) {
        this.mails = mails;
        this.suppressions = suppressions;
        this.moves = moves;
        this.digest = digest;
        this.following = following;
        this.acting = acting;
    }

    /** May be told twice. */
    @Transactional
    public void note(MailReturn told) {
        if (told.kind() == MailReturn.Kind.OTHER || !EmailAddress.isValid(told.recipient())) return;
        EmailAddress email = EmailAddress.of(told.recipient());
        acting.asPlatform(() -> {
            StoredMail mail = mail(told.mail(), email);
            if (mail != null && mail.isForFollowers()) unfollowed(mail, email, told);
            else if (told.kind() == MailReturn.Kind.BOUNCED) bounced(mail, email, said(told));
            else complained(mail, email, said(told));
            // in nobody's name, and not asked for this moment
            if (mail != null && mail.isDigest()) digest.returned(mail);
        });
    }

    /** Told to nobody, and in nobody's name: the organization would learn that they followed. Tickets still go there. */
    private void unfollowed(StoredMail mail, EmailAddress email, MailReturn told) {
        OrganizationId organization = organization(mail);
        if (organization != null) following.end(email, organization);
        boolean bounced = told.kind() == MailReturn.Kind.BOUNCED;
        suppressions.add(null, email, mail.topic(), bounced ? Reason.BOUNCED : Reason.COMPLAINED, said(told));
        if (bounced) mails.bounced(mail.id(), said(told));
    }

    private void bounced(@Nullable StoredMail mail, EmailAddress email, String said) {
        // what is in nobody's name was asked for just now, and nobody could lift it
        OrganizationId organization = organization(mail);
        if (organization != null) suppressions.add(organization, email, null, Reason.BOUNCED, said);
        if (mail != null && mails.bounced(mail.id(), said)) moves.tell(mail, LetterMoved.Move.BOUNCED);
    }

    private void complained(@Nullable StoredMail mail, EmailAddress email, String said) {
        suppressions.add(organization(mail), email, null, Reason.COMPLAINED, said);
        if (mail != null) moves.tell(mail, LetterMoved.Move.COMPLAINED);
    }

    /** The one they name, if it went there; else the last that did. */
    private @Nullable StoredMail mail(@Nullable UUID id, EmailAddress email) {
        StoredMail named = id == null ? null : mails.find(id);
        boolean itsOwn = named != null
                && EmailAddress.isValid(named.recipient())
                && EmailAddress.of(named.recipient()).equals(email);
        return itsOwn ? named : mails.lastTo(email.value());
    }

    private static @Nullable OrganizationId organization(@Nullable StoredMail mail) {
        return mail == null || mail.organization() == null ? null : OrganizationId.of(mail.organization());
    }

    private static String said(MailReturn told) {
        String clean = told.detail().replaceAll("\\p{Cntrl}+", " ").strip();
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }
}
