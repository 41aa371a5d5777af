package io.marquee.trail;

import io.marquee.audit.Trail;
import io.marquee.audit.TrailEntry;
import io.marquee.audit.TrailFilter;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.People;
import io.marquee.identity.Permission;
import io.marquee.kernel.PersonId;
import io.marquee.kernel.Slice;
import io.marquee.organization.OrganizationReads;
import io.marquee.organization.OrganizationView;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who did what, for those who may know. */
@Component
public class Deeds {
    private final Trail trail;
    private final EventReads events;
    private final OrganizationReads organizations;
    private final People people;
    private final Access access;

    Deeds(Trail trail, EventReads events, OrganizationReads organizations, People people, Access access) {
        this.trail = trail;
        this.events = events;
        this.organizations = organizations;
        this.people = people;
        this.access = access;
    }

    /** @throws io.marquee.kernel.Refusal unless the actor runs the organization */
    public Slice<Deed> ofOrganization(String idOrSlug, TrailFilter filter, @Nullable String cursor, int limit) {
        OrganizationView organization = organizations.find(idOrSlug);
        access.require(Permission.SEE_TRAIL, organization.id());
        return named(trail.of(organization.id(), filter, cursor, limit));
    }

    /** @throws io.marquee.kernel.Refusal unless the actor runs the event */
    public Slice<Deed> ofEvent(String idOrSlug, TrailFilter filter, @Nullable String cursor, int limit) {
        EventView event = events.where(Permission.SEE_TRAIL, idOrSlug);
        return named(trail.of(event.organization(), event.id(), filter, cursor, limit));
    }

    /** What whoever acts did, and what was done to their account. */
    public Slice<Deed> mine(TrailFilter filter, @Nullable String cursor, int limit) {
        return named(trail.of(access.personId(), filter, cursor, limit));
    }

    private Slice<Deed> named(Slice<TrailEntry> found) {
        Map<UUID, String> names = names(found.items());
        return found.map(entry -> new Deed(entry, entry.actorId() == null ? null : names.get(entry.actorId())));
    }

    /** Of those who have an account, and still have a name. */
    private Map<UUID, String> names(List<TrailEntry> entries) {
        List<PersonId> ids = entries.stream()
                .filter(entry -> entry.actorKind().equals("person"))
                .map(TrailEntry::actorId)
                .filter(Objects::nonNull)
                .distinct()
                .map(PersonId::of)
                .toList();
        return people.byIds(ids).values().stream()
                .collect(Collectors.toMap(person -> person.id().value(), person -> person.name()));
    }
}
