package io.marquee.event;

import io.marquee.audit.History;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.kernel.NotFound;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import io.marquee.platform.tenancy.EventRole;
import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How an event comes to be: its state, its address, its first history row, its maker's role. */
@Component
class NewEvents {
    private final EventTable table;
    private final EventSlugs slugs;
    private final TeamTable team;
    private final CoverRules covers;
    private final History history;
    private final Access access;
    private final Clock clock;

    NewEvents(
            EventTable table,
            EventSlugs slugs,
            TeamTable team,
            CoverRules covers,
            History history,
            Access access,
            Clock clock) {
        this.table = table;
        this.slugs = slugs;
        this.team = team;
        this.covers = covers;
        this.history = history;
        this.access = access;
        this.clock = clock;
    }

    /** A draft, or an event that is over: that one tells nobody. The caller has asked whether it may be made. */
    EventView add(OrganizationId organization, EventDetails typed, @Nullable String importKey) {
        EventDetails details = covers.apply(EventRules.checked(typed), null);
        Instant now = clock.instant();
        boolean over = !EventTimes.of(details).endsAt().isAfter(now);
        EventState state = over ? EventState.ENDED : EventState.DRAFT;
        EventId id = EventId.next();
        insert(new EventTable.NewEvent(id, organization, state, details, importKey, maker(), over ? now : null), now);
        history.record(EventMoves.subject(id, organization), null, state, null);
        giveRoleToMaker(id, organization, now);
        EventView made = table.find(id);
        if (made == null) {
            throw new NotFound("event");
        }
        return made;
    }

    private void insert(EventTable.NewEvent event, Instant now) {
        Iterator<String> free = slugs.free(event.details());
        while (!table.insert(event, free.next(), now)) {
            // another event took that address a moment ago: the next one
        }
    }

    /** A mere member of the organization is admin of what they make; its owners and admins are that anyway. */
    private void giveRoleToMaker(EventId id, OrganizationId organization, Instant now) {
        if (Acting.current() instanceof Actor.Person person && !access.may(Permission.EDIT_EVENT, organization)) {
            team.put(id, organization, person.person(), EventRole.ADMIN, Set.of(), now);
        }
    }

    private static @Nullable UUID maker() {
        Actor actor = Acting.current();
        Actor asker = actor instanceof Actor.System system ? system.onBehalfOf() : actor;
        return asker instanceof Actor.Person person ? person.id() : null;
    }
}
