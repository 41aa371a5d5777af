package io.marquee.event.web;

import io.marquee.event.EventDetails;
import io.marquee.event.EventView;
import io.marquee.event.series.SeriesReads;
import io.marquee.event.web.DiscoverView.Group;
import io.marquee.kernel.EventId;
import io.marquee.platform.web.EventCard;
import io.marquee.platform.web.Text;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A list of events under headings: what is on now, then month by month, or day by day. */
@Component
class EventGroups {
    private final EventCards cards;
    private final SeriesReads series;
    private final Clock clock;

    EventGroups(EventCards cards, SeriesReads series, Clock clock) {
        this.cards = cards;
        this.series = series;
        this.clock = clock;
    }

    /** @param daily whether each day has a heading of its own, else each month */
    List<Group> of(List<EventView> events, boolean daily, Text text) {
        return of(events, daily, cards.of(events, text), text);
    }

    /** Month by month, where one of a series stands for all of it. */
    List<Group> withSeries(List<EventView> events, Text text) {
        Map<EventId, EventCard> shown = new HashMap<>(cards.of(events, text));
        series.of(events.stream().map(EventView::id).toList())
                .forEach((event, known) -> shown.computeIfPresent(
                        event, (id, card) -> card.led("/series/" + known.slug(), RuleWords.of(known, text))));
        return of(events, false, shown, text);
    }

    private List<Group> of(List<EventView> events, boolean daily, Map<EventId, EventCard> shown, Text text) {
        Map<String, List<EventCard>> groups = new LinkedHashMap<>();
        for (EventView event : events) {
            groups.computeIfAbsent(heading(event, daily, text), ignored -> new ArrayList<>())
                    .add(shown.get(event.id()));
        }
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    private String heading(EventView event, boolean daily, Text text) {
        EventDetails details = event.details();
        Instant now = clock.instant();
        if (!event.startsAt().isAfter(now) && event.endsAt().isAfter(now)) return text.get("discover.now");
        LocalDate day = details.startsAt().toLocalDate();
        return daily
                ? text.date(day)
                : DateTimeFormatter.ofLocalizedPattern("yMMMM")
                        .localizedBy(text.locale())
                        .format(day);
    }
}
