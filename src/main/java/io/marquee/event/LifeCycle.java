package io.marquee.event;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import io.marquee.platform.tenancy.Acting;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happens to events by itself. Each may run late, twice, or in the wrong order, and comes out the same. */
@Component
class LifeCycle {
    static final Duration REST_BEFORE_ARCHIVE = Duration.ofDays(30);
    static final int MOST_AT_ONCE = 200;

    private final EventTable table;
    private final EventMoves moves;
    private final Acting acting;
    private final JdbcClient jdbc;
    private final Clock clock;

    LifeCycle(EventTable table, EventMoves moves, Acting acting, JdbcClient jdbc, Clock clock) {
        this.table = table;
        this.moves = moves;
        this.acting = acting;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Goes live, if the start has come. @return when it comes, where it has not: a clock may have gone back */
    @Transactional
    public @Nullable Instant start(EventId id, OrganizationId organization) {
        return onLocked(id, organization, event -> {
            EventView now = started(event);
            return now.state() == EventState.PUBLISHED && !now.dateUnknown() ? now.startsAt() : null;
        });
    }

    /** Ends, if the end has come; one that has not even started does so first. @return when it comes, likewise */
    @Transactional
    public @Nullable Instant end(EventId id, OrganizationId organization) {
        return onLocked(id, organization, event -> {
            EventView now = ended(started(event));
            boolean ahead = now.state() == EventState.PUBLISHED && !now.dateUnknown();
            return ahead || now.state() == EventState.LIVE ? now.endsAt() : null;
        });
    }

    /** Archives what ended 30 days ago, or came in after its end 30 days ago. @return how many */
    @Transactional
    public int archive() {
        Instant before = clock.instant().minus(REST_BEFORE_ARCHIVE);
        List<EventView> rested = acting.asPlatform(() -> jdbc.sql("select " + EventRows.COLUMNS + """
                        from event.events
                        where state = 'ended' and greatest(ends_at, created_at) < ?
                        order by greatest(ends_at, created_at) limit ?
                        for update skip locked
                        """)
                .params(Timestamp.from(before), MOST_AT_ONCE)
                .query(EventRows::map)
                .list());
        rested.forEach(event -> acting.asSystem(event.organization(), () -> moves.archive(event)));
        return rested.size();
    }

    private EventView started(EventView event) {
        return event.state() == EventState.PUBLISHED && !event.dateUnknown() && hasCome(event.startsAt())
                ? moves.start(event)
                : event;
    }

    private EventView ended(EventView event) {
        return event.state() == EventState.LIVE && hasCome(event.endsAt()) ? moves.end(event) : event;
    }

    private boolean hasCome(Instant time) {
        return !time.isAfter(clock.instant());
    }

    private @Nullable Instant onLocked(
            EventId id, OrganizationId organization, Function<EventView, @Nullable Instant> step) {
        return acting.asSystem(organization, () -> {
            EventView event = table.lock(id);
            return event == null ? null : step.apply(event);
        });
    }
}
