package io.marquee.programme;

import io.marquee.audit.TrailErasure;
import io.marquee.event.EventEvent.EventCopied;
import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.EditedMeanwhile;
import io.marquee.kernel.Ids;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.media.MediaLibrary;
import io.marquee.platform.tenancy.Acting;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The programmes of events. Commands are for those who may edit the event. */
@Component
public class Agendas {
    private static final int MOST_SESSIONS = 500;
    private static final int MOST_SPEAKERS = 500;
    private static final Duration LONGEST = Duration.ofDays(7);

    private final AgendaRows rows;
    private final EventReads events;
    private final MediaLibrary library;
    private final Access access;
    private final TrailErasure trail;
    private final Acting acting;
    private final TransactionTemplate transaction;

    Agendas(
            AgendaRows rows,
            EventReads events,
            MediaLibrary library,
            Access access,
            TrailErasure trail,
            Acting acting,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.events = events;
        this.library = library;
        this.access = access;
        this.trail = trail;
        this.acting = acting;
        this.transaction = transaction;
    }

    /** @param event that whoever acts may see: the caller has asked */
    @Transactional(readOnly = true)
    public Agenda of(EventView event) {
        return acting.asSystem(event.organization(), () -> rows.of(event));
    }

    /** @param event that whoever acts may see: the caller has asked */
    @Transactional(readOnly = true)
    public boolean any(EventView event) {
        return acting.asSystem(event.organization(), () -> rows.any(event.id()));
    }

    /** Whether whoever acts is shown what is wrong with it. */
    public boolean mayEdit(EventView event) {
        return access.may(Permission.EDIT_EVENT, event.organization(), event.id());
    }

    /** @throws InvalidInput */
    @Transactional
    public UUID add(EventView event, SessionDetails typed) {
        SessionDetails session = checked(event, typed);
        InvalidInput.gather()
                .check(of(event).sessions().size() < MOST_SESSIONS, "title", "too_many_sessions", MOST_SESSIONS)
                .orThrow();
        UUID id = Ids.next();
        rows.insert(event, id, session);
        return id;
    }

    /**
     * @param version that the editor started from; null to save over whatever there is
     * @return the next one
     * @throws InvalidInput
     * @throws NotFound
     * @throws EditedMeanwhile when somebody else was quicker
     */
    @Transactional
    public int change(EventView event, UUID id, SessionDetails typed, @Nullable Integer version) {
        Integer next = rows.update(event, id, checked(event, typed), version);
        if (next == null) throw new EditedMeanwhile(of(event).session(id).version());
        return next;
    }

    /** @throws NotFound */
    @Transactional
    public void removeSession(EventView event, UUID id) {
        require(event);
        if (!rows.removeSession(event.id(), id)) throw new NotFound("session");
    }

    /** @throws InvalidInput */
    @Transactional
    public UUID add(EventView event, SpeakerDetails typed) {
        SpeakerDetails speaker = checked(event, typed);
        InvalidInput.gather()
                .check(of(event).speakers().size() < MOST_SPEAKERS, "name", "too_many_speakers", MOST_SPEAKERS)
                .orThrow();
        UUID id = Ids.next();
        rows.insert(event, id, speaker, null);
        return id;
    }

    /** As with a session. */
    @Transactional
    public int change(EventView event, UUID id, SpeakerDetails typed, @Nullable Integer version) {
        Integer next = rows.update(event.id(), id, checked(event, typed), version);
        if (next == null) throw new EditedMeanwhile(of(event).speaker(id).version());
        return next;
    }

    /** Their name and words go from the trail too: they have no account by which they could ask for it. @throws NotFound */
    @Transactional
    public void removeSpeaker(EventView event, UUID id) {
        require(event);
        if (!rows.removeSpeaker(event.id(), id)) throw new NotFound("speaker");
        trail.forget("speaker", id);
    }

    /**
     * Not in a transaction as a whole: decoding a picture is slow.
     *
     * @param content null takes the photo away
     * @throws InvalidInput at {@code photo}
     */
    public void photo(EventView event, UUID speaker, byte @Nullable [] content) {
        require(event);
        boolean known = transaction.execute(status ->
                rows.of(event).speakers().stream().anyMatch(one -> one.id().equals(speaker)));
        if (!known) throw new NotFound("speaker");
        UUID image = content == null
                ? null
                : library.add("photo", event.organization(), content).id();
        transaction.executeWithoutResult(status -> rows.photo(event.id(), speaker, image));
    }

    @EventListener
    void on(EventCopied copied) {
        acting.asSystem(
                copied.organization(), () -> rows.copy(events.byId(copied.from()), events.byId(copied.event())));
    }

    private void require(EventView event) {
        access.require(Permission.EDIT_EVENT, event.organization(), event.id());
    }

    private SessionDetails checked(EventView event, SessionDetails typed) {
        require(event);
        SessionDetails session = new SessionDetails(
                line(typed.title()),
                text(typed.description()),
                typed.startsAt(),
                typed.endsAt(),
                line(typed.room()),
                line(typed.track()),
                typed.speakers().stream().distinct().toList());
        Set<UUID> known = of(event).speakers().stream().map(SpeakerView::id).collect(Collectors.toSet());
        boolean inOrder = session.endsAt().isAfter(session.startsAt());
        InvalidInput.gather()
                .check(!session.title().isEmpty(), "title", "required")
                .check(session.title().length() <= 200, "title", "too_long", 200)
                .check(session.description().length() <= 5_000, "description", "too_long", 5_000)
                .check(session.room().length() <= 80, "room", "too_long", 80)
                .check(session.track().length() <= 80, "track", "too_long", 80)
                .check(
                        !session.startsAt().isBefore(event.details().startsAt())
                                && session.startsAt().isBefore(event.details().endsAt()),
                        "startsAt",
                        "outside_event")
                .check(inOrder, "endsAt", "end_before_start")
                .check(!inOrder || !session.endsAt().isAfter(event.details().endsAt()), "endsAt", "outside_event")
                .check(
                        !inOrder
                                || Duration.between(session.startsAt(), session.endsAt())
                                                .compareTo(LONGEST)
                                        <= 0,
                        "endsAt",
                        "event_too_long",
                        LONGEST.toDays())
                .check(known.containsAll(session.speakers()), "speakers", "value")
                .orThrow();
        return session;
    }

    private SpeakerDetails checked(EventView event, SpeakerDetails typed) {
        require(event);
        SpeakerDetails speaker = new SpeakerDetails(line(typed.name()), line(typed.line()), text(typed.about()));
        InvalidInput.gather()
                .check(!speaker.name().isEmpty(), "name", "required")
                .check(speaker.name().length() <= 120, "name", "too_long", 120)
                .check(speaker.line().length() <= 160, "line", "too_long", 160)
                .check(speaker.about().length() <= 2_000, "about", "too_long", 2_000)
                .orThrow();
        return speaker;
    }

    private static String line(String typed) {
        return typed.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static String text(String typed) {
        return typed.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .strip();
    }
}
