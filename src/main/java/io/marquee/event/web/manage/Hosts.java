package io.marquee.event.web.manage;

import io.marquee.event.EventDetails;
import io.marquee.event.EventView;
import io.marquee.event.Events;
import io.marquee.identity.Access;
import io.marquee.identity.Actors;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.organization.OrganizationReads;
import io.marquee.organization.OrganizationView;
import io.marquee.organization.Organizations;
import io.marquee.platform.tenancy.Acting;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** For whom a person can make events: their organizations, or the personal one that is made when they have none. */
@Component
class Hosts {
    private final Access access;
    private final Actors actors;
    private final Acting acting;
    private final Organizations organizations;
    private final OrganizationReads reads;
    private final Events events;

    Hosts(
            Access access,
            Actors actors,
            Acting acting,
            Organizations organizations,
            OrganizationReads reads,
            Events events) {
        this.access = access;
        this.actors = actors;
        this.acting = acting;
        this.organizations = organizations;
        this.reads = reads;
        this.events = events;
    }

    /** By name. @throws io.marquee.kernel.Unauthenticated */
    List<OrganizationView> choices() {
        access.personId();
        return reads.mine(Permission.CREATE_EVENT);
    }

    /** @param organization an id; empty for the only one there is, or the personal one */
    EventView create(String organization, EventDetails details) {
        PersonId person = access.personId();
        OrganizationId host = chosen(organization, person);
        return asOfNow(() -> events.create(host, details));
    }

    /** Acts with the roles of this moment: one that was gained in this very request is not in its actor yet. */
    <T> T asOfNow(Supplier<T> work) {
        return acting.as(actors.of(access.personId()), work);
    }

    private OrganizationId chosen(String organization, PersonId person) {
        List<OrganizationView> choices = choices();
        if (organization.isEmpty()) {
            return choices.size() == 1
                    ? choices.getFirst().id()
                    : organizations.personal(person).id();
        }
        return choices.stream()
                .map(OrganizationView::id)
                .filter(id -> id.toString().equals(organization))
                .findFirst()
                .orElseThrow(() -> InvalidInput.at("organization", "value"));
    }
}
