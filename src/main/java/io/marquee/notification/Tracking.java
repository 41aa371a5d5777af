package io.marquee.notification;

import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.config.Settings;
import io.marquee.platform.mail.Letter;
import io.marquee.platform.mail.LetterMoved.Move;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Capabilities;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether optional mail is opened, and its button followed: known only where the organization switched that on and the recipient did
 * not refuse, also after it was sent. What is kept is the first time of each, without address or program.
 */
@Component
public class Tracking {
    private final TrackingTable rows;
    private final MailTable mails;
    private final Moves moves;
    private final Capabilities capabilities;
    private final Settings settings;
    private final Access access;
    private final Acting acting;

    Tracking(
            TrackingTable rows,
            MailTable mails,
            Moves moves,
            Capabilities capabilities,
            Settings settings,
            Access access,
            Acting acting) {
        this.rows = rows;
        this.mails = mails;
        this.moves = moves;
        this.capabilities = capabilities;
        this.settings = settings;
        this.access = access;
        this.acting = acting;
    }

    @Transactional(readOnly = true)
    public boolean enabled(OrganizationId organization) {
        access.require(Permission.EDIT_ORGANIZATION, organization);
        return rows.enabled(organization);
    }

    /** For the mails that are written from now on. */
    @Transactional
    public void enable(OrganizationId organization, boolean enabled) {
        access.require(Permission.EDIT_ORGANIZATION, organization);
        rows.enable(organization, enabled, access.personId());
    }

    /** Where the button of a mail leads that is to tell; null for one that tells nothing. */
    @Nullable
    String target(NewMail mail) {
        OrganizationId organization = mail.organization();
        String ours = organization == null || !mail.topic().optional() ? null : target(mail.letter());
        if (organization == null || ours == null || !EmailAddress.isValid(mail.recipient())) return null;
        String recipient = EmailAddress.of(mail.recipient()).value();
        return mayTell(organization, List.of(recipient)).isEmpty() ? null : ours;
    }

    /** Where its button leads; null unless that is a page of ours. */
    @Nullable
    String target(Letter letter) {
        Letter.Button button = letter.button();
        return button != null && button.url().startsWith(settings.baseUrl() + "/") ? button.url() : null;
    }

    /** Of these addresses, as we store them, those whose optional mail may tell that it was opened; asked once for all. */
    Set<String> mayTell(OrganizationId organization, Collection<String> emails) {
        return rows.enabled(organization) ? rows.unrefused(emails) : Set.of();
    }

    /** The address of the button in its place. The address of the picture is below it. */
    String link(UUID mail) {
        return settings.baseUrl() + "/m/" + capabilities.tokenFor(mail);
    }

    /** @throws NotFound for a token that is not ours, or of a mail that tells nothing */
    @Transactional
    public void opened(String token) {
        note(token, false);
    }

    /** @return where the button leads: always a page of ours @throws NotFound */
    @Transactional
    public String clicked(String token) {
        return note(token, true);
    }

    /** Where it leads, for whoever only asks whether there is something. @throws NotFound */
    @Transactional(readOnly = true)
    public String target(String token) {
        return acting.asPlatform(() -> known(capabilities.open(token).hold()));
    }

    private String note(String token, boolean clicked) {
        UUID id = capabilities.open(token).hold();
        return acting.asPlatform(() -> {
            String target = known(id);
            StoredMail mail = mails.find(id);
            if (mail != null && !rows.refused(EmailAddress.of(mail.recipient()))) {
                if (rows.opened(id)) moves.tell(mail, Move.OPENED);
                if (clicked && rows.clicked(id)) moves.tell(mail, Move.CLICKED);
            }
            return target;
        });
    }

    private String known(UUID id) {
        String target = rows.target(id);
        if (target == null) throw new NotFound("mail");
        return target;
    }
}
