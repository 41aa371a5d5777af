package io.marquee.programme;

import io.marquee.event.EventCalendar;
import io.marquee.event.EventState;
import io.marquee.event.EventView;
import io.marquee.event.Markdown;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sessions as entries of a calendar. */
@Component
public class SessionEntries {
    private static final int DESCRIPTION = 1_000;

    private final Agendas agendas;
    private final Stars stars;

    SessionEntries(Agendas agendas, Stars stars) {
        this.agendas = agendas;
        this.stars = stars;
    }

    /** All of an event that whoever acts may see. */
    public List<EventCalendar.Entry> all(EventView event) {
        return entries(event, session -> true);
    }

    /** @param token of an order's link; null for the person who acts */
    public List<EventCalendar.Entry> starred(EventView event, @Nullable String token) {
        Set<UUID> chosen = stars.of(event.id(), token);
        return chosen.isEmpty() ? List.of() : entries(event, session -> chosen.contains(session.id()));
    }

    private List<EventCalendar.Entry> entries(EventView event, Predicate<SessionView> which) {
        return agendas.of(event).sessions().stream()
                .filter(which)
                .map(session -> new EventCalendar.Entry(
                        session.id(),
                        // a session moves with its event, so that both count
                        session.version() + event.version(),
                        session.details().title(),
                        Markdown.plain(session.details().description(), DESCRIPTION),
                        "/events/" + event.slug() + "/agenda#s-" + session.id(),
                        session.details().room(),
                        event.details().timeZone(),
                        session.details().startsAt(),
                        session.details().endsAt(),
                        false,
                        event.state() == EventState.CANCELLED,
                        event.dateUnknown()))
                .toList();
    }
}
