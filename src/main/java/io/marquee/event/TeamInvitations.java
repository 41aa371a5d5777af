package io.marquee.event;

import io.marquee.identity.Access;
import io.marquee.identity.People;
import io.marquee.identity.Permission;
import io.marquee.identity.PersonView;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Ids;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.EventGrant;
import io.marquee.platform.tenancy.EventRole;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asking people by mail to help with an event, and what they answer. */
@Component
public class TeamInvitations {
    private static final Duration GOOD_FOR = Duration.ofDays(14);

    private final EventReads events;
    private final InvitationTable invitations;
    private final InvitationTokens tokens;
    private final TeamTable team;
    private final Standings standings;
    private final People people;
    private final Access access;
    private final Acting acting;
    private final Clock clock;
    private final ApplicationEventPublisher publisher;

    TeamInvitations(
            EventReads events,
            InvitationTable invitations,
            InvitationTokens tokens,
            TeamTable team,
            Standings standings,
            People people,
            Access access,
            Acting acting,
            Clock clock,
            ApplicationEventPublisher publisher) {
        this.events = events;
        this.invitations = invitations;
        this.tokens = tokens;
        this.team = team;
        this.standings = standings;
        this.people = people;
        this.access = access;
        this.acting = acting;
        this.clock = clock;
        this.publisher = publisher;
    }

    /** What somebody is asked, for the page that accepts. */
    public record Offer(
            TeamInvitation invitation,
            EventView event,
            @Nullable String invitedBy) {}

    /**
     * Asks somebody by mail; the link is good for 14 days.
     *
     * @param grants for a viewer; others have no use for them
     * @throws EventRefused.AlreadyInTeam when they have a role or an open invitation
     * @throws InvalidInput at {@code email} or {@code role}
     */
    @Transactional
    public TeamInvitation invite(EventId id, String email, EventRole role, Set<EventGrant> grants) {
        EventView event = events.byId(id);
        access.require(Permission.MANAGE_TEAM, event.organization(), id);
        Team.requireGivable(role);
        if (!EmailAddress.isValid(email)) throw InvalidInput.at("email", "email");
        PersonView inviter = people.me();
        EmailAddress address = EmailAddress.of(email);
        refuseMember(id, address);
        Instant now = clock.instant();
        TeamInvitation invitation = new TeamInvitation(
                Ids.next(),
                id,
                event.organization(),
                address.value(),
                role,
                Team.fitting(role, grants),
                inviter.id(),
                now.plus(GOOD_FOR));
        invitations.revokeExpired(id, address.value(), now);
        if (!invitations.insert(invitation, now)) throw new EventRefused.AlreadyInTeam(address.value());
        publisher.publishEvent(asked(invitation, event, inviter));
        return invitation;
    }

    /** @throws EventRefused.InvitationGone or {@link io.marquee.kernel.NotFound} */
    @Transactional(readOnly = true)
    public Offer open(String token) {
        UUID id = tokens.open(token);
        return acting.asPlatform(() -> {
            TeamInvitation invitation = invitations.open(id);
            if (invitation == null || invitation.hasExpired(clock.instant())) throw new EventRefused.InvitationGone();
            PersonView inviter = people.byIds(List.of(invitation.invitedBy())).get(invitation.invitedBy());
            return new Offer(invitation, events.byId(invitation.event()), inviter == null ? null : inviter.name());
        });
    }

    /**
     * Takes the role. The link was mailed to the invited address, so whoever holds it may take it with the account of their
     * choice. A person who has a stronger role keeps it.
     *
     * @throws EventRefused.InvitationGone or {@link io.marquee.kernel.NotFound}
     */
    @Transactional
    public EventView accept(String token) {
        PersonId person = access.personId();
        Offer offer = open(token);
        TeamInvitation invitation = offer.invitation();
        acting.asSystem(invitation.organization(), () -> {
            if (!invitations.accept(invitation.id(), clock.instant())) throw new EventRefused.InvitationGone();
            if (!hasStronger(invitation, person)) {
                standings.give(
                        invitation.event(), invitation.organization(), person, invitation.role(), invitation.grants());
            }
        });
        return offer.event();
    }

    private boolean hasStronger(TeamInvitation invitation, PersonId person) {
        return team.of(invitation.event()).stream()
                .anyMatch(role ->
                        role.person().equals(person) && role.access().role().compareTo(invitation.role()) < 0);
    }

    private void refuseMember(EventId event, EmailAddress address) {
        PersonView known = people.byEmail(address);
        boolean member = known != null
                && team.of(event).stream().anyMatch(role -> role.person().equals(known.id()));
        if (member) throw new EventRefused.AlreadyInTeam(address.value());
    }

    private EventEvent.CoOrganizerInvited asked(TeamInvitation invitation, EventView event, PersonView inviter) {
        return new EventEvent.CoOrganizerInvited(
                "event-invitation/" + invitation.id(),
                event.id(),
                event.organization(),
                event.details().title(),
                invitation.email(),
                inviter.name(),
                Wire.name(invitation.role()),
                "/event-invitations/" + tokens.of(invitation.id()),
                inviter.locale().getLanguage());
    }
}
