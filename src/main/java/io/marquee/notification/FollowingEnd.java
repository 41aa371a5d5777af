package io.marquee.notification;

import io.marquee.identity.People;
import io.marquee.identity.PersonView;
import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.OrganizationId;
import io.marquee.organization.Followers;
import org.springframework.stereotype.Component;

/**
 * What a letter to followers came of, which ends by the link in it, or since nobody takes it. Nothing is written down in the
 * organization's name: its team reads the addresses that it may not write to, and would learn who followed.
 */
@Component
class FollowingEnd {
    private final Followers followers;
    private final People people;

    FollowingEnd(Followers followers, People people) {
        this.followers = followers;
        this.people = people;
    }

    /** Seen by the platform alone, as the others here. */
    boolean follows(EmailAddress email, OrganizationId organization) {
        PersonView person = people.byEmail(email);
        return person != null && followers.has(organization, person.id());
    }

    void end(EmailAddress email, OrganizationId organization) {
        PersonView person = people.byEmail(email);
        if (person != null) followers.remove(organization, person.id());
    }

    void again(EmailAddress email, OrganizationId organization) {
        PersonView person = people.byEmail(email);
        if (person != null) followers.add(organization, person.id());
    }
}
