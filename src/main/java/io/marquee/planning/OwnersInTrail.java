package io.marquee.planning;

import io.marquee.audit.TrailNames;
import io.marquee.identity.People;
import io.marquee.kernel.PersonId;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whose a task is, by name. */
@Component
class OwnersInTrail implements TrailNames {
    private final People people;

    OwnersInTrail(People people) {
        this.people = people;
    }

    @Override
    public String field() {
        return "owner_id";
    }

    @Override
    public Map<UUID, String> of(Collection<UUID> ids) {
        return people.byIds(ids.stream().map(PersonId::of).toList()).values().stream()
                .collect(Collectors.toMap(person -> person.id().value(), person -> person.name()));
    }
}
