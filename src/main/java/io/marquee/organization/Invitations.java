package io.marquee.organization;

import io.marquee.identity.Access;
import io.marquee.identity.IdentityRefused;
import io.marquee.identity.People;
import io.marquee.identity.Permission;
import io.marquee.identity.PersonView;
import io.marquee.identity.SecretToken;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.Ids;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.OrganizationRole;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asking people by mail to join an organization. */
@Component
public class Invitations {
    private static final Duration LIFE = Duration.ofDays(14);
    private static final Duration DAY = Duration.ofDays(1);

    /** Each is a mail in our name to somebody who may not know us. */
    private static final int MOST_A_DAY = 100;

    private final InvitationRows rows;
    private final MembershipRows memberships;
    private final OrganizationReads organizations;
    private final People people;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Invitations(
            InvitationRows rows,
            MembershipRows memberships,
            OrganizationReads organizations,
            People people,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.memberships = memberships;
        this.organizations = organizations;
        this.people = people;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Mails an invitation. One to the same address that is still open ends with it.
     *
     * @throws InvalidInput at {@code email}: no address, or one of a member
     * @throws IdentityRefused.AddressUnconfirmed while the actor's own address is not confirmed
     * @throws OrganizationRefused.TooManyInvitations
     */
    @Transactional
    public InvitationView send(OrganizationId organization, String typed, OrganizationRole role) {
        access.require(Permission.MANAGE_MEMBERS, organization);
        if (role == OrganizationRole.OWNER) {
            access.require(Permission.MANAGE_OWNERS, organization);
        }
        PersonView me = people.me();
        if (!me.verified()) throw new IdentityRefused.AddressUnconfirmed();
        EmailAddress email = newcomer(organization, typed);
        Instant now = clock.instant();
        if (rows.countSince(organization, now.minus(DAY)) >= MOST_A_DAY) {
            throw new OrganizationRefused.TooManyInvitations(MOST_A_DAY);
        }
        rows.replace(organization, email, now);
        var row = new InvitationRows.Row(Ids.next(), organization, email.value(), role, me.id(), now, now.plus(LIFE));
        SecretToken token = SecretToken.next("");
        rows.insert(row, token.hash());
        OrganizationView view = organizations.byId(organization);
        events.publishEvent(new OrganizationEvent.MemberInvited(
                row.id().toString(),
                organization,
                view.name(),
                email.value(),
                me.name(),
                Wire.name(role),
                "/invitations/" + token.text(),
                me.locale().getLanguage()));
        return view(row, view, me.name());
    }

    private EmailAddress newcomer(OrganizationId organization, String typed) {
        if (!EmailAddress.isValid(typed)) throw InvalidInput.at("email", "email");
        EmailAddress email = EmailAddress.of(typed);
        PersonView known = people.byEmail(email);
        if (known != null
                && known.verified()
                && memberships.roleOf(organization, known.id()).isPresent()) {
            throw InvalidInput.at("email", "already_member");
        }
        return email;
    }

    /** Those that nobody answered yet, the latest first. */
    @Transactional(readOnly = true)
    public List<InvitationView> open(OrganizationId organization) {
        access.require(Permission.MANAGE_MEMBERS, organization);
        OrganizationView view = organizations.byId(organization);
        List<InvitationRows.Row> open = rows.open(organization, clock.instant());
        Map<PersonId, PersonView> inviters = people.byIds(
                open.stream().map(InvitationRows.Row::invitedBy).distinct().toList());
        return open.stream()
                .map(row -> view(row, view, nameOf(inviters.get(row.invitedBy()))))
                .toList();
    }

    /** Withdraws one. @throws NotFound when there is none that is open */
    @Transactional
    public void revoke(OrganizationId organization, UUID invitation) {
        access.require(Permission.MANAGE_MEMBERS, organization);
        if (!rows.revoke(organization, invitation, clock.instant())) {
            throw new NotFound("invitation");
        }
    }

    static InvitationView view(InvitationRows.Row row, OrganizationView organization, String invitedBy) {
        return new InvitationView(
                row.id(), organization, row.email(), row.role(), invitedBy, row.createdAt(), row.expiresAt());
    }

    static String nameOf(@Nullable PersonView person) {
        return person == null ? "" : person.name();
    }
}
