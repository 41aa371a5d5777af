package io.marquee.event;

import io.marquee.kernel.Slugs;
import io.marquee.platform.tenancy.Acting;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Addresses of events, unique on the platform: {@code title}, then {@code title-2027}, then {@code title-2027-2} and on. */
@Component
class EventSlugs {
    /** Words that stand, or may come to stand, below {@code /events/} and {@code /manage/events/} for something else. */
    private static final Set<String> RESERVED = Set.of(
            "new", "edit", "create", "search", "discover", "import", "imports", "feed", "calendar", "embed", "admin");

    private final JdbcClient jdbc;
    private final Acting acting;

    EventSlugs(JdbcClient jdbc, Acting acting) {
        this.jdbc = jdbc;
        this.acting = acting;
    }

    /** Free ones at this moment, best first and without end: whoever takes one may find that another was quicker. */
    Iterator<String> free(EventDetails details) {
        String base = Slugs.of(details.title(), "event");
        String year = String.valueOf(details.startsAt().getYear());
        String withYear = base.endsWith(year) ? base : base + "-" + year;
        Set<String> taken = taken(base);
        return Stream.concat(
                        Stream.of(base, withYear),
                        IntStream.iterate(2, n -> n + 1).mapToObj(n -> withYear + "-" + n))
                .filter(slug -> !taken.contains(slug))
                .iterator();
    }

    /** Whether the slug was made of this title. */
    static boolean isOf(String slug, EventDetails details) {
        String base = Slugs.of(details.title(), "event");
        return slug.equals(base)
                || slug.startsWith(base + "-") && slug.substring(base.length()).matches("(-\\d+){1,2}");
    }

    /** Acts as the platform: drafts of other organizations have addresses too. */
    private Set<String> taken(String base) {
        Set<String> taken = new HashSet<>(RESERVED);
        taken.addAll(acting.asPlatform(() -> jdbc.sql("select slug from event.events where slug = ? or slug like ?")
                .param(base)
                .param(base + "-%")
                .query(String.class)
                .list()));
        return taken;
    }
}
