package io.marquee.programme.web;

import io.marquee.event.EventView;
import io.marquee.event.Markdown;
import io.marquee.media.MediaLibrary;
import io.marquee.platform.web.Text;
import io.marquee.programme.Agenda;
import io.marquee.programme.SessionView;
import io.marquee.programme.SpeakerView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A programme as it is shown: day by day. All words are resolved already. */
public record AgendaView(List<Day> days, List<Speaker> speakers) {
    private static final int PHOTO = 400;

    /** @param title empty where there is one day only */
    public record Day(String title, List<Session> sessions) {}

    /**
     * @param about safe HTML; empty where nothing was written
     * @param speakers their names, joined
     */
    public record Session(
            UUID id,
            String title,
            String time,
            String room,
            String track,
            String speakers,
            String about,
            boolean starred) {}

    /** @param about safe HTML; empty where nothing was written */
    public record Speaker(
            UUID id,
            String name,
            String line,
            String about,
            @Nullable String photo) {}

    static AgendaView of(EventView event, Agenda agenda, Set<UUID> starred, Predicate<SessionView> which, Text text) {
        Map<UUID, SpeakerView> speakers = agenda.speakersById();
        boolean oneDay = agenda.sessions().stream()
                        .map(session -> session.details().startsAt().toLocalDate())
                        .distinct()
                        .count()
                <= 1;
        Map<LocalDate, List<Session>> days = new LinkedHashMap<>();
        agenda.sessions().stream()
                .filter(which)
                .forEach(session -> days.computeIfAbsent(
                                session.details().startsAt().toLocalDate(), day -> new ArrayList<>())
                        .add(session(event, session, speakers, starred.contains(session.id()), text)));
        return new AgendaView(
                days.entrySet().stream()
                        .map(day -> new Day(oneDay ? "" : text.date(day.getKey()), day.getValue()))
                        .toList(),
                agenda.speakers().stream().map(AgendaView::speaker).toList());
    }

    private static Session session(
            EventView event, SessionView session, Map<UUID, SpeakerView> speakers, boolean starred, Text text) {
        return new Session(
                session.id(),
                session.details().title(),
                text.range(
                        session.details().startsAt(),
                        session.details().endsAt(),
                        event.details().timeZone()),
                session.details().room(),
                session.details().track(),
                String.join(
                        ", ",
                        session.details().speakers().stream()
                                .map(speakers::get)
                                .filter(Objects::nonNull)
                                .map(speaker -> speaker.details().name())
                                .toList()),
                Markdown.html(session.details().description()),
                starred);
    }

    private static Speaker speaker(SpeakerView speaker) {
        UUID photo = speaker.photo();
        return new Speaker(
                speaker.id(),
                speaker.details().name(),
                speaker.details().line(),
                Markdown.html(speaker.details().about()),
                photo == null ? null : MediaLibrary.path(photo, PHOTO));
    }
}
