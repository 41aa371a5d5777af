package io.marquee.event.series;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.Visibility;
import io.marquee.identity.Permission;
import io.marquee.kernel.EventId;
import io.marquee.kernel.NotFound;
import io.marquee.platform.tenancy.Acting;
import io.marquee.platform.tenancy.Actor;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What pages and programs may read of series. What everybody sees is read as nobody, the same for all. */
@Component
public class SeriesReads {
    private static final int MOST = 200;

    private final SeriesTable table;
    private final EventReads reads;
    private final Acting acting;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SeriesReads(SeriesTable table, EventReads reads, Acting acting, TransactionTemplate transaction, Clock clock) {
        this.table = table;
        this.reads = reads;
        this.acting = acting;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @throws NotFound where none of its events is for everybody */
    public SeriesView visible(String idOrSlug) {
        return asNobody(() -> {
            SeriesView series = table.find(idOrSlug);
            if (series == null) throw new NotFound("series");
            return series;
        });
    }

    /** Of a series that everybody may see: the coming ones in order, or the past ones, latest first. At most 200. */
    public List<EventView> events(SeriesView series, boolean past) {
        return asNobody(() -> {
            List<EventView> events = inOrder(series, past);
            // one that is kept out of lists stays out of this one too, unless all of the series is
            boolean listed = events.stream().anyMatch(SeriesReads::isListed);
            return events.stream().filter(event -> isListed(event) || !listed).toList();
        });
    }

    /** The series of an event, as whoever acts may see it; null for none. */
    @Transactional(readOnly = true)
    public @Nullable SeriesView of(EventId event) {
        return table.of(event);
    }

    /** Those of these events that belong to one that everybody may see. */
    public Map<EventId, SeriesView> of(Collection<EventId> events) {
        return events.isEmpty() ? Map.of() : asNobody(() -> table.of(events));
    }

    /** All its events that are to come, drafts among them, for those who edit. */
    @Transactional(readOnly = true)
    public List<EventView> coming(EventView event) {
        SeriesView series = of(event.id());
        return series == null ? List.of() : acting.asSystem(series.organization(), () -> inOrder(series, false));
    }

    /** The days of an event's series in order, those without an event too. */
    @Transactional(readOnly = true)
    public List<Occurrence> days(String event) {
        EventView one = reads.where(Permission.EDIT_EVENT, event);
        SeriesView series = of(one.id());
        return series == null
                ? List.of()
                : acting.asSystem(series.organization(), () -> table.occurrences(series.id()));
    }

    private List<EventView> inOrder(SeriesView series, boolean past) {
        Comparator<EventView> order = Comparator.comparing(EventView::startsAt);
        return reads.byIds(table.events(series.id(), past, clock.instant(), MOST)).values().stream()
                .sorted(past ? order.reversed() : order)
                .toList();
    }

    private static boolean isListed(EventView event) {
        return event.details().visibility() == Visibility.PUBLIC;
    }

    private <T> T asNobody(Supplier<T> work) {
        return acting.as(Actor.ANONYMOUS, () -> transaction.execute(status -> work.get()));
    }
}
