package io.marquee.event;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.marquee.kernel.Slice;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds public events. It acts as nobody, so that no list shows one person more than another. */
@Component
public class Discovery {
    private static final Duration FACETS_KEPT = Duration.ofSeconds(10);
    private static final int MOST_ADDRESSES = 50_000;

    private final JdbcClient jdbc;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final LoadingCache<Boolean, Facets> facets;

    Discovery(JdbcClient jdbc, Acting acting, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.acting = acting;
        this.transaction = transaction;
        this.clock = clock;
        this.facets = Caffeine.newBuilder().expireAfterWrite(FACETS_KEPT).build(this::counted);
    }

    /**
     * The next events that match.
     *
     * @param cursor from an earlier slice; null: from the beginning
     * @throws io.marquee.kernel.InvalidInput for a cursor that is none
     */
    public Slice<EventView> find(EventSearch search, @Nullable String cursor, int limit) {
        ListingQuery query =
                new ListingQuery(search, clock.instant()).after(cursor == null ? null : ListingCursor.parse(cursor));
        String sql = "select " + EventRows.COLUMNS + " from event.events where id = any (array(" + query.ids(limit + 1)
                + "))";
        List<EventView> found = asNobody(() ->
                jdbc.sql(sql).params(query.parameters()).query(EventRows::map).list());
        Comparator<EventView> order = Comparator.comparing(EventView::startsAt)
                .thenComparing(event -> event.id().toString());
        List<EventView> sorted = found.stream()
                .sorted(query.latestFirst() ? order.reversed() : order)
                .toList();
        return Slice.of(sorted, limit, ListingCursor::of);
    }

    /** How many match. */
    public int count(EventSearch search) {
        ListingQuery query = new ListingQuery(search, clock.instant());
        return asNobody(() -> total("select count(*) from event.listings where " + query.condition(), query));
    }

    /**
     * Cities and tags of all upcoming, or all past events, up to ten seconds old.
     *
     * @return at most 60 of each
     */
    public Facets facets(boolean past) {
        return facets.get(past);
    }

    /** Where the listed events are, latest start first; as many as a sitemap may name. */
    public List<Address> addresses() {
        return asNobody(() -> jdbc.sql("""
                        select slug, updated_at from event.events
                        where id = any (array(select event_id from event.listings order by starts_at desc, event_id limit ?))
                        order by starts_at desc, id
                        """)
                .param(MOST_ADDRESSES)
                .query((row, n) -> new Address(
                        row.getString("slug"), row.getTimestamp("updated_at").toInstant()))
                .list());
    }

    /** A listed event's address, and when it last changed. */
    public record Address(String slug, Instant changedAt) {}

    private Facets counted(boolean past) {
        ListingQuery query = new ListingQuery(EventSearch.of(past ? Period.PAST : Period.UPCOMING), clock.instant());
        String matching = "from event.listings where " + query.condition();
        return asNobody(() -> new Facets(
                jdbc.sql(
                                "select mode() within group (order by city) city, mode() within group (order by country) country, count(*) events "
                                        + matching
                                        + " and city_key <> '' group by city_key order by events desc, city_key limit 60")
                        .params(query.parameters())
                        .query((row, n) ->
                                new Facets.City(row.getString("city"), row.getString("country"), row.getInt("events")))
                        .list(),
                jdbc.sql("select tag, count(*) events from (select unnest(tags) tag " + matching
                                + ") tags group by tag order by events desc, tag limit 60")
                        .params(query.parameters())
                        .query((row, n) -> new Facets.Tag(row.getString("tag"), row.getInt("events")))
                        .list(),
                total("select count(*) " + matching + " and online", query)));
    }

    private int total(String sql, ListingQuery query) {
        return jdbc.sql(sql).params(query.parameters()).query(Integer.class).single();
    }

    private <T> T asNobody(Supplier<T> work) {
        return acting.as(Actor.ANONYMOUS, () -> transaction.execute(status -> work.get()));
    }
}
