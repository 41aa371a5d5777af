package io.marquee.testing;

import io.marquee.identity.People;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.organization.Invitations;
import io.marquee.organization.Joining;
import io.marquee.organization.OrganizationEvent.MemberInvited;
import io.marquee.organization.OrganizationView;
import io.marquee.organization.Organizations;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.OrganizationRole;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Organizations and their members, for tests. */
@Component
public class OrganizationFixture {
    private final Organizations organizations;
    private final Invitations invitations;
    private final Joining joining;
    private final PeopleFixture people;
    private final People known;
    private final Acting acting;
    private final Map<String, String> mailed = new ConcurrentHashMap<>();

    OrganizationFixture(
            Organizations organizations,
            Invitations invitations,
            Joining joining,
            PeopleFixture people,
            People known,
            Acting acting) {
        this.organizations = organizations;
        this.invitations = invitations;
        this.joining = joining;
        this.people = people;
        this.known = known;
        this.acting = acting;
    }

    /** A new organization of this owner. */
    public OrganizationView organization(PersonId owner, String name) {
        return acting.as(people.actor(owner), () -> organizations.create(owner, name));
    }

    /** Somebody new who is a member in this role, invited by this owner. */
    public PersonId member(PersonId owner, OrganizationId organization, OrganizationRole role) {
        PersonId person = people.person(role + " person");
        String email = Objects.requireNonNull(known.byIds(List.of(person)).get(person))
                .email()
                .value();
        acting.as(people.actor(owner), () -> invitations.send(organization, email, role));
        acting.as(people.actor(person), () -> joining.accept(token(email)));
        return person;
    }

    /** The token in the last invitation that was mailed to this address. */
    public String token(String email) {
        return Objects.requireNonNull(mailed.get(email), "nobody invited " + email)
                .substring("/invitations/".length());
    }

    @EventListener
    void hear(MemberInvited invited) {
        mailed.put(invited.email(), invited.path());
    }
}
