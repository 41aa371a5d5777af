package io.marquee.event;

import io.marquee.audit.History;
import io.marquee.audit.History.Subject;
import io.marquee.kernel.EventId;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.PersonId;
import io.marquee.platform.tenancy.EventGrant;
import io.marquee.platform.tenancy.EventRole;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The moves of people into, within and out of events' teams, each with its row in the history. */
@Component
class Standings {
    private final TeamTable team;
    private final History history;
    private final Clock clock;

    Standings(TeamTable team, History history, Clock clock) {
        this.team = team;
        this.history = history;
        this.clock = clock;
    }

    /** Gives the person this role, in place of any other. */
    void give(EventId event, OrganizationId organization, PersonId person, EventRole role, Set<EventGrant> grants) {
        Standing before = standing(event, person);
        team.put(event, organization, person, role, grants, clock.instant());
        if (before != Standing.of(role)) {
            record(event, organization, person, before, Standing.of(role));
        }
    }

    /** Gives everybody the role on this event that they have on another one of the same organization. */
    void giveLike(EventId other, EventId event, OrganizationId organization) {
        team.of(other)
                .forEach(role -> give(
                        event,
                        organization,
                        role.person(),
                        role.access().role(),
                        role.access().grants()));
    }

    /** @throws NotFound when they have no role */
    void take(EventId event, OrganizationId organization, PersonId person) {
        Standing before = standing(event, person);
        if (before == null || !team.remove(event, person)) {
            throw new NotFound("person");
        }
        record(event, organization, person, before, Standing.GONE);
    }

    private @Nullable Standing standing(EventId event, PersonId person) {
        return team.of(event).stream()
                .filter(role -> role.person().equals(person))
                .map(role -> Standing.of(role.access().role()))
                .findFirst()
                .orElse(null);
    }

    private void record(
            EventId event, OrganizationId organization, PersonId person, @Nullable Standing from, Standing to) {
        history.record(new Subject("event_role", person.value(), organization, event), from, to, null);
    }
}
