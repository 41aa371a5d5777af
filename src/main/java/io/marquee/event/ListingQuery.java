package io.marquee.event;

import io.marquee.kernel.Wire;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A search as SQL over {@code event.listings}, of which everybody may read every row. */
final class ListingQuery {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");
    private static final int MOST_WORDS = 8;

    private static final String NEXT_OF_SERIES = """
            (series_id is null or not exists (select from event.listings other
              where other.series_id = listings.series_id and other.state in ('published', 'live') and other.ends_at > :now
                and (other.starts_at, other.event_id) < (listings.starts_at, listings.event_id)))""";
    private static final String LAST_OF_SERIES = """
            (series_id is null or not exists (select from event.listings other
              where other.series_id = listings.series_id and other.ends_at <= :now and other.starts_at <= :now
                and (other.starts_at, other.event_id) > (listings.starts_at, listings.event_id)))""";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private final boolean latestFirst;

    ListingQuery(EventSearch search, Instant now) {
        this.latestFirst = search.period() instanceof Period.Past;
        parameters.put("now", Timestamp.from(now));
        period(search.period(), now);
        if (search.online()) where("online");
        where("city_key = event.folded(:city)", "city", search.city());
        where("category = :category", "category", name(search.category()));
        where("type = :type", "type", name(search.type()));
        where(
                "tags @> array[:tag]::text[]",
                "tag",
                search.tag() == null ? null : search.tag().toLowerCase(Locale.ROOT));
        where(
                "organization_id = :organization",
                "organization",
                search.organization() == null ? null : search.organization().value());
        words(search.words());
        if (search.seriesOnce()) where(latestFirst ? LAST_OF_SERIES : NEXT_OF_SERIES);
    }

    ListingQuery after(@Nullable ListingCursor cursor) {
        if (cursor != null) {
            where(latestFirst ? "(starts_at, event_id) < (:at, :event)" : "(starts_at, event_id) > (:at, :event)");
            parameters.put("at", Timestamp.from(cursor.startsAt()));
            parameters.put("event", cursor.event());
        }
        return this;
    }

    /** The ids of the first events in order. */
    String ids(int limit) {
        parameters.put("limit", limit);
        String direction = latestFirst ? "desc" : "asc";
        return "select event_id from event.listings where " + condition() + " order by starts_at " + direction
                + ", event_id " + direction + " limit :limit";
    }

    String condition() {
        return String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    boolean latestFirst() {
        return latestFirst;
    }

    private void period(Period period, Instant now) {
        switch (period) {
            case Period.Upcoming upcoming -> open();
            case Period.Past past -> where("ends_at <= :now and starts_at <= :now");
            case Period.Today today -> {
                open();
                where(
                        "first_day <= (:now at time zone time_zone)::date and last_day >= (:now at time zone time_zone)::date");
            }
            case Period.Days days -> days(days, LocalDate.ofInstant(now, ZoneOffset.UTC));
        }
    }

    private void days(Period.Days days, LocalDate today) {
        LocalDate from = days.from();
        boolean allOver = days.to() != null && days.to().isBefore(today);
        if (from == null ? !allOver : !from.isBefore(today)) open();
        where("last_day >= :from", "from", from);
        where("first_day <= :to", "to", days.to());
        if (conditions.isEmpty()) where("true");
    }

    private void open() {
        where("state in ('published', 'live') and ends_at > :now");
    }

    private void words(@Nullable String typed) {
        if (typed == null) return;
        // unfolded first: some single letters unfold into words and brackets, which a query of the database would
        // stumble over
        String query = NO_WORD.splitAsStream(Normalizer.normalize(typed, Normalizer.Form.NFKD))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .map(word -> word + ":*")
                .collect(Collectors.joining(" & "));
        where("words @@ to_tsquery('simple', event.folded(:words))", "words", query.isEmpty() ? null : query);
    }

    private void where(String condition) {
        conditions.add(condition);
    }

    private void where(String condition, String parameter, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(parameter, value);
        }
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : Wire.name(value);
    }
}
