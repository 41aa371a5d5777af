package io.marquee.programme;

import io.marquee.audit.EarlierValues;
import io.marquee.audit.Restorable;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.NotFound;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings a session or a speaker back to how it was, as an edit of whoever acts. Who speaks where, and photos, stay as they are. */
@Component
class RestoredAgenda implements Restorable {
    private final Agendas agendas;
    private final AgendaRows rows;
    private final EventReads events;

    RestoredAgenda(Agendas agendas, AgendaRows rows, EventReads events) {
        this.agendas = agendas;
        this.rows = rows;
        this.events = events;
    }

    @Override
    public Set<String> subjects() {
        return Set.of("session", "speaker");
    }

    @Override
    public Set<String> fields() {
        return Set.of("title", "description", "starts_after", "lasts", "room", "track", "name", "line", "about");
    }

    @Override
    @Transactional
    public void restore(UUID id, Map<String, @Nullable String> values) {
        UUID of = rows.eventOf(id);
        if (of == null) throw new NotFound("session");
        EventView event = events.where(Permission.EDIT_EVENT, of.toString());
        Agenda agenda = agendas.of(event);
        SpeakerView speaker = agenda.speakersById().get(id);
        if (speaker == null) {
            SessionView session = agenda.session(id);
            agendas.change(event, id, earlier(event, session.details(), new EarlierValues(values)), session.version());
        } else {
            agendas.change(event, id, earlier(speaker.details(), new EarlierValues(values)), speaker.version());
        }
    }

    private static SessionDetails earlier(EventView event, SessionDetails now, EarlierValues then) {
        LocalDateTime starts = then.value(
                "starts_after",
                now.startsAt(),
                minutes -> event.details().startsAt().plusMinutes(Long.parseLong(minutes)));
        Duration lasts = then.value(
                "lasts",
                Duration.between(now.startsAt(), now.endsAt()),
                minutes -> Duration.ofMinutes(Long.parseLong(minutes)));
        return new SessionDetails(
                then.value("title", now.title(), String::toString),
                then.value("description", now.description(), String::toString),
                starts,
                starts.plus(lasts),
                then.value("room", now.room(), String::toString),
                then.value("track", now.track(), String::toString),
                now.speakers());
    }

    private static SpeakerDetails earlier(SpeakerDetails now, EarlierValues then) {
        return new SpeakerDetails(
                then.value("name", now.name(), String::toString),
                then.value("line", now.line(), String::toString),
                then.value("about", now.about(), String::toString));
    }
}
