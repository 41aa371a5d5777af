package io.marquee.identity;

import io.marquee.audit.Trail;
import io.marquee.audit.TrailEntry;
import io.marquee.audit.TrailFilter;
import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.platform.tenancy.Acting;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who changed a thing of an event last: for whoever was about to save over it. */
@Component
public class LastEditor {
    /** What is changed beside the forms, and leaves the version as it is. */
    private static final Set<String> APART = Set.of("done_at", "photo", "refunds_until", "refunds_offered_at");

    private static final int LOOKED_AT = 50;

    private final Trail trail;
    private final People people;
    private final Acting acting;

    LastEditor(Trail trail, People people, Acting acting) {
        this.trail = trail;
        this.people = people;
        this.acting = acting;
    }

    /** @param subject as the trail calls it. @return their name; null where it was no person, or one who is erased */
    @Transactional(readOnly = true)
    public @Nullable String of(OrganizationId organization, EventId event, String subject, UUID id) {
        TrailFilter last = new TrailFilter(id, subject, null, null, null);
        List<PersonId> who =
                acting
                        .asSystem(organization, () -> trail.of(organization, event, last, null, LOOKED_AT))
                        .items()
                        .stream()
                        .filter(entry -> !isApart(entry))
                        .limit(1)
                        .filter(entry -> entry.actorKind().equals("person"))
                        .map(TrailEntry::actorId)
                        .map(PersonId::of)
                        .toList();
        return people.byIds(who).values().stream()
                .map(PersonView::name)
                .findFirst()
                .orElse(null);
    }

    private static boolean isApart(TrailEntry entry) {
        return !entry.changes().isEmpty()
                && entry.changes().stream().map(TrailEntry.Change::field).allMatch(APART::contains);
    }
}
