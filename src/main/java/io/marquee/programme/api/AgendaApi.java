package io.marquee.programme.api;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.media.MediaLibrary;
import io.marquee.platform.api.Etags;
import io.marquee.programme.Agenda;
import io.marquee.programme.Agendas;
import io.marquee.programme.SessionDetails;
import io.marquee.programme.SessionView;
import io.marquee.programme.SpeakerDetails;
import io.marquee.programme.SpeakerView;
import io.marquee.programme.Stars;
import io.marquee.programme.Viewers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The programme of an event. */
@RestController
@RequestMapping("/api/v1/events/{event}/agenda")
@Tag(name = "Agenda")
class AgendaApi {
    private final Agendas agendas;
    private final Stars stars;
    private final Viewers viewers;
    private final EventReads events;

    AgendaApi(Agendas agendas, Stars stars, Viewers viewers, EventReads events) {
        this.agendas = agendas;
        this.stars = stars;
        this.viewers = viewers;
        this.events = events;
    }

    /**
     * A session as programs send it.
     *
     * @param startsAt local, in the event's zone, within the event; so is the end
     * @param speakers ids, in their order
     */
    record SessionBody(
            @Schema(example = "How tides are made") @Nullable
            String title,

            @Schema(example = "Bring *boots*.") @Nullable String description,

            @Schema(example = "2031-06-18T20:00") @Nullable LocalDateTime startsAt,
            @Schema(example = "2031-06-18T20:45") @Nullable LocalDateTime endsAt,
            @Schema(example = "Great hall") @Nullable String room,
            @Schema(example = "Science") @Nullable String track,
            @Schema(example = "[]") @Nullable List<@Nullable UUID> speakers) {

        SessionDetails details() {
            if (startsAt == null) throw InvalidInput.at("startsAt", "required");
            if (endsAt == null) throw InvalidInput.at("endsAt", "required");
            return new SessionDetails(
                    orEmpty(title),
                    orEmpty(description),
                    startsAt,
                    endsAt,
                    orEmpty(room),
                    orEmpty(track),
                    speakers == null
                            ? List.of()
                            : speakers.stream().filter(Objects::nonNull).toList());
        }
    }

    /** @param starred by whoever asks @param version goes up with every change: {@code "v3"} in If-Match */
    record SessionAnswer(
            UUID id,
            String title,
            String description,
            LocalDateTime startsAt,
            LocalDateTime endsAt,
            String room,
            String track,
            List<UUID> speakers,
            boolean starred,
            int version) {
        static SessionAnswer of(SessionView session, Set<UUID> starred) {
            SessionDetails details = session.details();
            return new SessionAnswer(
                    session.id(),
                    details.title(),
                    details.description(),
                    details.startsAt(),
                    details.endsAt(),
                    details.room(),
                    details.track(),
                    details.speakers(),
                    starred.contains(session.id()),
                    session.version());
        }
    }

    record SpeakerBody(
            @Schema(example = "Inês Mar") @Nullable String name,

            @Schema(example = "Tide researcher, Lisbon") @Nullable
            String line,

            @Schema(example = "She listens to the *river*.") @Nullable
            String about) {

        SpeakerDetails details() {
            return new SpeakerDetails(orEmpty(name), orEmpty(line), orEmpty(about));
        }
    }

    /** @param photoUrl below the base URL; null for none @param version as that of a session */
    record SpeakerAnswer(
            UUID id,
            String name,
            String line,
            String about,
            @Nullable String photoUrl,
            int version) {
        static SpeakerAnswer of(SpeakerView speaker) {
            UUID photo = speaker.photo();
            return new SpeakerAnswer(
                    speaker.id(),
                    speaker.details().name(),
                    speaker.details().line(),
                    speaker.details().about(),
                    photo == null ? null : MediaLibrary.path(photo, 400),
                    speaker.version());
        }
    }

    /** Two sessions that overlap. @param name of the room or the speaker */
    record ConflictAnswer(Agenda.Clash clash, String name, UUID first, UUID second) {}

    /** @param conflicts for the event's team; empty for others */
    record AgendaAnswer(List<SessionAnswer> sessions, List<SpeakerAnswer> speakers, List<ConflictAnswer> conflicts) {}

    record Made(UUID id) {}

    @Operation(
            summary = "Read an event's agenda",
            description = "For whoever may see the event, and for those who come to it.")
    @GetMapping
    AgendaAnswer read(@PathVariable String event) {
        EventView known = viewers.event(event, null);
        Agenda agenda = agendas.of(known);
        Set<UUID> starred = stars.of(known.id(), null);
        return new AgendaAnswer(
                agenda.sessions().stream()
                        .map(session -> SessionAnswer.of(session, starred))
                        .toList(),
                agenda.speakers().stream().map(SpeakerAnswer::of).toList(),
                agendas.mayEdit(known)
                        ? agenda.conflicts().stream()
                                .map(one -> new ConflictAnswer(
                                        one.clash(),
                                        one.name(),
                                        one.first().id(),
                                        one.second().id()))
                                .toList()
                        : List.of());
    }

    @Operation(summary = "Add a session", description = "Overlaps are taken, and told as conflicts.")
    @PostMapping("/sessions")
    @ResponseStatus(HttpStatus.CREATED)
    Made addSession(@PathVariable String event, @RequestBody SessionBody session) {
        EventView known = editable(event);
        return new Made(agendas.add(known, session.details()));
    }

    @Operation(
            summary = "Change a session",
            description = "With If-Match, only if nobody changed it since that version was read.")
    @PutMapping("/sessions/{session}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> changeSession(
            @PathVariable String event,
            @PathVariable UUID session,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody SessionBody body) {
        EventView known = editable(event);
        return changed(agendas.change(known, session, body.details(), Etags.known(ifMatch)));
    }

    private static ResponseEntity<Void> changed(int version) {
        return ResponseEntity.noContent().eTag(Etags.of(version)).build();
    }

    @Operation(summary = "Remove a session")
    @DeleteMapping("/sessions/{session}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeSession(@PathVariable String event, @PathVariable UUID session) {
        agendas.removeSession(editable(event), session);
    }

    @Operation(summary = "Star a session", description = "For the person whose token this is: their own matter.")
    @PutMapping("/sessions/{session}/star")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void star(@PathVariable String event, @PathVariable UUID session) {
        stars.set(viewers.event(event, null), session, true, null);
    }

    @Operation(summary = "Take a star back")
    @DeleteMapping("/sessions/{session}/star")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unstar(@PathVariable String event, @PathVariable UUID session) {
        stars.set(viewers.event(event, null), session, false, null);
    }

    @Operation(summary = "Add a speaker")
    @PostMapping("/speakers")
    @ResponseStatus(HttpStatus.CREATED)
    Made addSpeaker(@PathVariable String event, @RequestBody SpeakerBody speaker) {
        return new Made(agendas.add(editable(event), speaker.details()));
    }

    @Operation(
            summary = "Change a speaker",
            description = "With If-Match, only if nobody changed them since that version was read.")
    @PutMapping("/speakers/{speaker}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> changeSpeaker(
            @PathVariable String event,
            @PathVariable UUID speaker,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody SpeakerBody body) {
        return changed(agendas.change(editable(event), speaker, body.details(), Etags.known(ifMatch)));
    }

    @Operation(summary = "Remove a speaker", description = "Also from their sessions.")
    @DeleteMapping("/speakers/{speaker}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeSpeaker(@PathVariable String event, @PathVariable UUID speaker) {
        agendas.removeSpeaker(editable(event), speaker);
    }

    @Operation(summary = "Give a speaker a photo", description = "A form with JPEG, PNG or GIF, at most 10 MB.")
    @PostMapping(path = "/speakers/{speaker}/photo", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void photo(
            @PathVariable String event,
            @PathVariable UUID speaker,
            @RequestParam(required = false) @Nullable MultipartFile photo)
            throws IOException {
        EventView known = editable(event);
        if (photo == null) throw InvalidInput.at("photo", "required");
        agendas.photo(known, speaker, photo.getBytes());
    }

    @Operation(summary = "Take a speaker's photo away")
    @DeleteMapping("/speakers/{speaker}/photo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removePhoto(@PathVariable String event, @PathVariable UUID speaker) {
        agendas.photo(editable(event), speaker, null);
    }

    private EventView editable(String event) {
        return events.where(Permission.EDIT_EVENT, event);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
