package io.marquee.guest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.marquee.kernel.EventId;
import io.marquee.kernel.Wire;
import io.marquee.platform.tenancy.AfterCommit;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many guests of an event are in each state. Counting a hundred thousand takes longer than all else on the page: of long lists it is told
 * some seconds late what others change, and at once what the team does here.
 */
@Component
class GuestCounts {
    private static final Duration MOMENT = Duration.ofSeconds(5);
    private static final int LONG = 10_000;

    private final JdbcClient jdbc;
    private final Cache<EventId, Map<GuestState, Integer>> counted =
            Caffeine.newBuilder().expireAfterWrite(MOMENT).maximumSize(1_000).build();

    GuestCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of one that whoever acts may see. */
    Map<GuestState, Integer> of(EventId event) {
        Map<GuestState, Integer> known = counted.getIfPresent(event);
        return known == null ? count(event) : known;
    }

    /** Whether what is told of so many may be old. */
    static boolean isLate(int all) {
        return all >= LONG;
    }

    private Map<GuestState, Integer> count(EventId event) {
        Map<GuestState, Integer> counts = new EnumMap<>(GuestState.class);
        jdbc.sql("select state, count(*) from guest.guests where event_id = ? group by state")
                .param(event.value())
                .query((row, n) -> counts.put(Wire.parse(GuestState.class, row.getString(1)), row.getInt(2)))
                .list();
        if (isLate(counts.values().stream().mapToInt(Integer::intValue).sum())) counted.put(event, counts);
        return counts;
    }

    /** In the transaction that changes guests, or after it. */
    void changed(EventId event) {
        AfterCommit.run(() -> counted.invalidate(event));
    }
}
