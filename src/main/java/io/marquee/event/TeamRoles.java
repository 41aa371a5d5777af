package io.marquee.event;

import io.marquee.identity.EventRoles;
import io.marquee.kernel.EventId;
import io.marquee.kernel.PersonId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.EventAccess;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells identity on which events a person has a role. */
@Component
class TeamRoles implements EventRoles {
    private final TeamTable team;
    private final Acting acting;

    TeamRoles(TeamTable team, Acting acting) {
        this.team = team;
        this.acting = acting;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<EventId, EventAccess> of(PersonId person) {
        return acting.asPlatform(() -> team.of(person).stream()
                .collect(Collectors.toUnmodifiableMap(TeamTable.Role::event, TeamTable.Role::access)));
    }
}
