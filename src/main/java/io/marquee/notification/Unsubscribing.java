package io.marquee.notification;

import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.organization.OrganizationReads;
import io.marquee.platform.mail.LetterMoved;
import io.marquee.platform.mail.Topic;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Capabilities;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the recipient of an optional mail decides by the link in it, with or without an account. */
@Component
public class Unsubscribing {
    private final MailTable mails;
    private final SuppressionTable suppressions;
    private final ChoiceTable choices;
    private final TrackingTable tracking;
    private final FollowingEnd following;
    private final OrganizationReads organizations;
    private final Capabilities capabilities;
    private final Moves moves;
    private final Acting acting;

    Unsubscribing(
            MailTable mails,
            SuppressionTable suppressions,
            ChoiceTable choices,
            TrackingTable tracking,
            FollowingEnd following,
            OrganizationReads organizations,
            Capabilities capabilities,
            Moves moves,
            Acting acting) {
        this.mails = mails;
        this.suppressions = suppressions;
        this.choices = choices;
        this.tracking = tracking;
        this.following = following;
        this.organizations = organizations;
        this.capabilities = capabilities;
        this.moves = moves;
        this.acting = acting;
    }

    /**
     * What the link is about, and what holds now.
     *
     * @param organization who wrote
     * @param following whether it came since they follow who wrote, and all that the link ends is that
     * @param stopped nothing about this topic comes from them any more
     * @param stoppedAll nothing optional comes from them any more
     * @param refused topics that do not come from anybody
     * @param tracked whether organizers may hear that this address opens their mail
     */
    public record Subscription(
            String email,
            String organization,
            Topic topic,
            boolean following,
            boolean stopped,
            boolean stoppedAll,
            Set<Way> refused,
            boolean tracked) {}

    /** @throws NotFound for a token that is not ours */
    @Transactional(readOnly = true)
    public Subscription read(String token) {
        return of(token, (mail, email, organization) -> {
            List<SuppressionView> said = suppressions.unsubscribed(email).stream()
                    .filter(one -> organization.value().equals(one.organization()))
                    .toList();
            boolean follower = mail.isForFollowers();
            return new Subscription(
                    mail.recipient(),
                    organizations.byId(organization).name(),
                    mail.topic(),
                    follower,
                    follower
                            ? !following.follows(email, organization)
                            : said.stream().anyMatch(one -> one.topic() == mail.topic()),
                    !follower && said.stream().anyMatch(one -> one.topic() == null),
                    choices.refused(email),
                    !tracking.refused(email));
        });
    }

    /** No more of this topic from them. @param everything nor anything else that is optional */
    @Transactional
    public void stop(String token, boolean everything) {
        this.<@Nullable Void>of(token, (mail, email, organization) -> {
            if (mail.isForFollowers()) {
                following.end(email, organization);
            } else {
                suppressions.add(organization, email, everything ? null : mail.topic(), Reason.UNSUBSCRIBED, "");
                moves.tell(mail, LetterMoved.Move.UNSUBSCRIBED);
            }
            return null;
        });
    }

    /** They may write again. */
    @Transactional
    public void again(String token) {
        this.<@Nullable Void>of(token, (mail, email, organization) -> {
            if (mail.isForFollowers()) following.again(email, organization);
            else suppressions.resubscribe(email, organization, null);
            return null;
        });
    }

    /** What may come from anybody. */
    @Transactional
    public void choose(String token, Set<Topic> wanted) {
        this.<@Nullable Void>of(token, (mail, email, organization) -> {
            Way.choices().stream()
                    .filter(way -> way.channel() == Channel.EMAIL)
                    .forEach(way -> choices.set(email, way, wanted.contains(way.topic())));
            return null;
        });
    }

    /** Whether organizers may hear that they open mail. */
    @Transactional
    public void track(String token, boolean wanted) {
        this.<@Nullable Void>of(token, (mail, email, organization) -> {
            tracking.refuse(email, !wanted);
            return null;
        });
    }

    /** @param <T> what is done answers */
    private interface Work<T extends @Nullable Object> {
        T of(StoredMail mail, EmailAddress email, OrganizationId organization);
    }

    private <T extends @Nullable Object> T of(String token, Work<T> work) {
        UUID id = capabilities.open(token).hold();
        return acting.asPlatform(() -> {
            StoredMail mail = mails.find(id);
            if (mail == null || mail.organization() == null || !mail.topic().optional()) throw new NotFound("mail");
            return work.of(mail, EmailAddress.of(mail.recipient()), OrganizationId.of(mail.organization()));
        });
    }
}
