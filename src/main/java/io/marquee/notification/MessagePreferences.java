package io.marquee.notification;

import io.marquee.identity.People;
import io.marquee.identity.PersonView;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.organization.OrganizationReads;
import io.marquee.organization.OrganizationView;
import io.marquee.platform.mail.Topic;
import io.marquee.platform.tenancy.Acting;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the person who is signed in wants to get, by topic and channel. It counts for the address of their account. */
@Component
public class MessagePreferences {
    private final ChoiceTable choices;
    private final SuppressionTable suppressions;
    private final DigestTable digests;
    private final TrackingTable tracking;
    private final OrganizationReads organizations;
    private final People people;
    private final Acting acting;

    MessagePreferences(
            ChoiceTable choices,
            SuppressionTable suppressions,
            DigestTable digests,
            TrackingTable tracking,
            OrganizationReads organizations,
            People people,
            Acting acting) {
        this.choices = choices;
        this.suppressions = suppressions;
        this.digests = digests;
        this.tracking = tracking;
        this.organizations = organizations;
        this.people = people;
        this.acting = acting;
    }

    /**
     * What holds now.
     *
     * @param digest whether a mail comes each morning about what is not read
     * @param tracked whether organizers may hear that they open mail
     * @param verified until the address is confirmed, its choices are not shown: they may be somebody else's
     */
    public record Chosen(Set<Way> refused, List<Stopped> stopped, boolean digest, boolean tracked, boolean verified) {
        public boolean wants(Way way) {
            return !refused.contains(way);
        }
    }

    /** An organization that may not write, about one topic or, where it is null, about anything optional. */
    public record Stopped(
            UUID id,
            @Nullable String organization,
            @Nullable Topic topic) {}

    @Transactional(readOnly = true)
    public Chosen mine() {
        PersonView me = people.me();
        if (!me.verified()) return new Chosen(Set.of(), List.of(), false, true, false);
        return acting.asPlatform(() -> new Chosen(
                choices.refused(me.email()),
                stopped(suppressions.unsubscribed(me.email())),
                digests.wanted(me.id()),
                !tracking.refused(me.email()),
                true));
    }

    private List<Stopped> stopped(List<SuppressionView> said) {
        Map<OrganizationId, OrganizationView> names = organizations.byIds(said.stream()
                .map(SuppressionView::organization)
                .filter(Objects::nonNull)
                .map(OrganizationId::of)
                .distinct()
                .toList());
        return said.stream()
                .map(one -> new Stopped(one.id(), name(names, one.organization()), one.topic()))
                .toList();
    }

    private static @Nullable String name(Map<OrganizationId, OrganizationView> names, @Nullable UUID id) {
        OrganizationView organization = id == null ? null : names.get(OrganizationId.of(id));
        return organization == null ? null : organization.name();
    }

    /** All choices at once; what is not among the wanted is refused. */
    @Transactional
    public void choose(Set<Way> wanted, boolean digest, boolean tracked) {
        EmailAddress mine = confirmed();
        acting.asPlatform(() -> tracking.refuse(mine, !tracked));
        digests.want(people.me().id(), digest);
        acting.asPlatform(() -> Way.choices().forEach(way -> choices.set(mine, way, wanted.contains(way))));
    }

    /** A mail each morning about what is not read. */
    @Transactional
    public void digest(boolean wanted) {
        confirmed();
        digests.want(people.me().id(), wanted);
    }

    /** Whether organizers may hear that they open mail. */
    @Transactional
    public void track(boolean wanted) {
        EmailAddress mine = confirmed();
        acting.asPlatform(() -> tracking.refuse(mine, !wanted));
    }

    /** Some choices; the others stay. */
    @Transactional
    public void change(Map<Way, Boolean> changes) {
        EmailAddress mine = confirmed();
        acting.asPlatform(() -> changes.forEach((way, wanted) -> choices.set(mine, way, wanted)));
    }

    /** That organization may write again. @throws NotFound */
    @Transactional
    public void again(UUID stopped) {
        EmailAddress mine = confirmed();
        if (acting.asPlatform(() -> suppressions.resubscribe(mine, null, stopped)) == 0)
            throw new NotFound("suppression");
    }

    private EmailAddress confirmed() {
        PersonView me = people.me();
        if (!me.verified()) throw new AddressNotConfirmed();
        return me.email();
    }
}
