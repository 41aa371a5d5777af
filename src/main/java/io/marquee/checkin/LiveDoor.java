package io.marquee.checkin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.ticketing.TicketReads;
import io.marquee.ticketing.Turnout;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The room and its gates, live: however many look at it, it is counted once in a while. */
@Component
public class LiveDoor {
    private static final int MINUTES = 60;
    private static final int PACE_MINUTES = 10;

    private final EventReads events;
    private final TicketReads tickets;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Cache<EventId, LiveView> known = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofSeconds(2))
            .build();

    LiveDoor(EventReads events, TicketReads tickets, JdbcClient jdbc, Clock clock) {
        this.events = events;
        this.tickets = tickets;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public LiveView of(String eventIdOrSlug) {
        EventView event = events.where(Permission.CHECK_IN, eventIdOrSlug);
        return Objects.requireNonNull(known.get(event.id(), this::count));
    }

    private LiveView count(EventId event) {
        Instant now = clock.instant();
        Turnout turnout = tickets.turnout(event);
        Instant first = now.truncatedTo(ChronoUnit.MINUTES).minus(MINUTES - 1, ChronoUnit.MINUTES);
        Map<String, List<LiveView.Minute>> moved = moved(event, first);
        List<LiveView.Minute> minutes = all(first, moved.values());
        double pace = minutes.subList(MINUTES - PACE_MINUTES, MINUTES).stream()
                        .mapToInt(LiveView.Minute::in)
                        .sum()
                / (double) PACE_MINUTES;
        int expected = turnout.of() - turnout.in();
        return new LiveView(
                turnout.in(),
                turnout.of(),
                present(event),
                pace,
                pace == 0 ? null : (int) Math.ceil(expected / pace),
                minutes,
                gates(event, now, moved));
    }

    /** By gate, the minutes in which somebody went through it, oldest first. */
    private Map<String, List<LiveView.Minute>> moved(EventId event, Instant first) {
        Map<String, List<LiveView.Minute>> moved = new HashMap<>();
        jdbc.sql("""
                        select gate, date_trunc('minute', at), count(*) filter (where direction = 'in'),
                               count(*) filter (where direction = 'out')
                          from checkin.check_ins
                         where event_id = ? and at >= ? and verdict = 'admitted' and admission and undone_at is null
                         group by 1, 2 order by 2
                        """).params(event.value(), Timestamp.from(first)).query(row -> {
            moved.computeIfAbsent(row.getString(1), gate -> new ArrayList<>())
                    .add(new LiveView.Minute(row.getTimestamp(2).toInstant(), row.getInt(3), row.getInt(4)));
        });
        return moved;
    }

    /** Those without anybody too; the last one is the minute that has just begun. */
    private static List<LiveView.Minute> all(Instant first, Collection<List<LiveView.Minute>> gates) {
        Map<Instant, LiveView.Minute> total = gates.stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(LiveView.Minute::at, Function.identity(), LiveView.Minute::plus));
        return Stream.iterate(first, at -> at.plus(1, ChronoUnit.MINUTES))
                .limit(MINUTES)
                .map(at -> total.getOrDefault(at, new LiveView.Minute(at, 0, 0)))
                .toList();
    }

    private int present(EventId event) {
        return jdbc.sql("""
                        select count(*) filter (where direction = 'in') from (
                          select distinct on (ticket_id) direction from checkin.check_ins
                           where event_id = ? and verdict = 'admitted' and admission and undone_at is null
                           order by ticket_id, at desc, id desc) last
                        """).param(event.value()).query(Integer.class).single();
    }

    /** A queue shows in the scans: of the last five minutes' ten or more, four in five came within ten seconds of the one before. */
    private List<LiveView.Gate> gates(EventId event, Instant now, Map<String, List<LiveView.Minute>> moved) {
        return jdbc.sql("""
                        select gate, count(*) filter (where let_in) came, count(*) filter (where let_out) gone,
                               count(*) filter (where let_in and at >= :pace) recent,
                               count(*) filter (where at >= :five) >= 10
                                 and count(*) filter (where at >= :five and gap <= interval '10 seconds')
                                     >= 0.8 * count(*) filter (where at >= :five) queue
                          from (select gate, at, at - lag(at) over (partition by gate order by at) gap,
                                       verdict = 'admitted' and admission and undone_at is null and direction = 'in' let_in,
                                       verdict = 'admitted' and admission and undone_at is null and direction = 'out' let_out
                                  from checkin.check_ins where event_id = :event and at >= :hour) scans
                         group by gate order by came desc, gate limit 50
                        """)
                .param("event", event.value())
                .param("hour", Timestamp.from(now.minus(MINUTES, ChronoUnit.MINUTES)))
                .param("pace", Timestamp.from(now.minus(PACE_MINUTES, ChronoUnit.MINUTES)))
                .param("five", Timestamp.from(now.minus(5, ChronoUnit.MINUTES)))
                .query((row, n) -> new LiveView.Gate(
                        row.getString("gate"),
                        row.getInt("came"),
                        row.getInt("gone"),
                        row.getInt("recent") / (double) PACE_MINUTES,
                        row.getBoolean("queue"),
                        moved.getOrDefault(row.getString("gate"), List.of())))
                .list();
    }
}
