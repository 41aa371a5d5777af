package io.marquee.event.series;

import io.marquee.audit.History;
import io.marquee.event.EventView;
import io.marquee.kernel.Ids;
import io.marquee.kernel.Slugs;
import io.marquee.platform.tenancy.Acting;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How a series comes to be: its address, its first day, its first history row. */
@Component
class NewSeries {
    private final SeriesTable table;
    private final History history;
    private final Acting acting;
    private final Clock clock;

    NewSeries(SeriesTable table, History history, Acting acting, Clock clock) {
        this.table = table;
        this.history = history;
        this.acting = acting;
        this.clock = clock;
    }

    /** @param first the event of its first day */
    SeriesView add(EventView first, SeriesRule rule) {
        LocalDate day = first.details().startsAt().toLocalDate();
        Instant now = clock.instant();
        UUID id = Ids.next();
        Iterator<String> slugs = free(Slugs.of(first.details().title(), "series"));
        SeriesView series;
        do {
            series = new SeriesView(
                    id,
                    first.organization(),
                    slugs.next(),
                    first.details().title(),
                    rule.recurrence(),
                    day,
                    first.details().timeZone(),
                    rule.aheadDays(),
                    rule.publish(),
                    day,
                    now,
                    null);
        } while (!table.insert(series, now));
        table.add(id, first.organization(), day, first.id());
        history.record(subject(series), null, SeriesState.ACTIVE, null);
        return series;
    }

    static History.Subject subject(SeriesView series) {
        return new History.Subject("series", series.id(), series.organization(), null);
    }

    /** Asked as the platform: series of other organizations have addresses too. */
    private Iterator<String> free(String base) {
        Set<String> taken = acting.asPlatform(() -> table.slugs(base));
        return Stream.concat(Stream.of(base), IntStream.iterate(2, n -> n + 1).mapToObj(n -> base + "-" + n))
                .filter(slug -> !taken.contains(slug))
                .iterator();
    }
}
