package io.marquee.planning;

import io.marquee.event.EventReads;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Wire;
import io.marquee.planning.PlanningEvent.MilestoneReached;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.SoldShares;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes what events have reached, and tells their teams. It reads the counters of stock, a moment after sales ({@link SoldLately}) and
 * from time to time: a sale waits for nobody. A milestone's row is what makes it told once, whichever node notes it.
 */
@Component
public class Milestones {
    private static final Set<EventState> OPEN = Set.of(EventState.PUBLISHED, EventState.LIVE);

    private final JdbcClient jdbc;
    private final SoldShares shares;
    private final TeamPeople team;
    private final EventReads events;
    private final Access access;
    private final Acting acting;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Milestones(
            JdbcClient jdbc,
            SoldShares shares,
            TeamPeople team,
            EventReads events,
            Access access,
            Acting acting,
            ApplicationEventPublisher publisher,
            Clock clock) {
        this.jdbc = jdbc;
        this.shares = shares;
        this.team = team;
        this.events = events;
        this.access = access;
        this.acting = acting;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** What an event has reached, and when. @throws io.marquee.kernel.Refusal */
    @Transactional(readOnly = true)
    public Map<Milestone, Instant> of(EventView event) {
        access.require(Permission.SEE_EVENT, event.organization(), event.id());
        Map<Milestone, Instant> reached = new EnumMap<>(Milestone.class);
        acting.asSystem(
                event.organization(),
                () -> jdbc.sql("select kind, reached_at from planning.milestones where event_id = ?")
                        .param(event.id().value())
                        .query((row, n) -> reached.put(
                                Wire.parse(Milestone.class, row.getString(1)),
                                row.getTimestamp(2).toInstant()))
                        .list());
        return reached;
    }

    /** Events that have reached something that is not noted yet. */
    @Transactional(readOnly = true)
    public List<SoldShares.Share> news() {
        return acting.asPlatform(() -> {
            Map<EventId, Set<Milestone>> noted = new HashMap<>();
            jdbc.sql("select event_id, kind from planning.milestones").query(row -> {
                noted.computeIfAbsent(
                                EventId.of(row.getObject(1, UUID.class)), event -> EnumSet.noneOf(Milestone.class))
                        .add(Wire.parse(Milestone.class, row.getString(2)));
            });
            return shares.sold().stream()
                    .filter(share -> EnumSet.allOf(Milestone.class).stream()
                            .anyMatch(milestone -> milestone.isReached(share.sold(), share.size())
                                    && !noted.getOrDefault(share.event(), Set.of())
                                            .contains(milestone)))
                    .toList();
        });
    }

    /** Of several at once the greatest is told; those of an event that is over are noted and told to nobody. @return how many noted */
    @Transactional
    public int note(SoldShares.Share share) {
        return acting.asSystem(share.organization(), () -> {
            EventView event = events.byId(share.event());
            Instant now = clock.instant();
            List<Milestone> reached = EnumSet.allOf(Milestone.class).stream()
                    .filter(milestone -> milestone.isReached(share.sold(), share.size()))
                    .filter(milestone -> noted(event, milestone, now))
                    .toList();
            if (!reached.isEmpty() && OPEN.contains(event.state())) {
                publisher.publishEvent(new MilestoneReached(
                        event.id(),
                        event.organization(),
                        reached.getLast(),
                        share.sold(),
                        share.size(),
                        team.incharge(event),
                        now));
            }
            return reached.size();
        });
    }

    private boolean noted(EventView event, Milestone milestone, Instant now) {
        return jdbc.sql("""
                        insert into planning.milestones (event_id, organization_id, kind, reached_at) values (?, ?, ?, ?)
                        on conflict (event_id, kind) do nothing
                        """)
                        .params(event.id().value(), event.organization().value(), Wire.name(milestone))
                        .param(Timestamp.from(now))
                        .update()
                == 1;
    }
}
