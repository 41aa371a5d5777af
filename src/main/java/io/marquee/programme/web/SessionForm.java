package io.marquee.programme.web;

import io.marquee.event.EventView;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Text;
import io.marquee.programme.Agenda;
import io.marquee.programme.SessionDetails;
import io.marquee.programme.SessionView;
import io.marquee.programme.SpeakerDetails;
import io.marquee.programme.SpeakerView;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/** A session as it is typed, and the fields that ask for it. */
final class SessionForm {
    private static final int USUAL_MINUTES = 45;

    private final Map<String, String> values;

    SessionForm(MultiValueMap<String, String> typed) {
        this.values = typed.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.join("\n", entry.getValue())));
    }

    private SessionForm(Map<String, String> values) {
        this.values = values;
    }

    static SessionForm of(SessionView known) {
        SessionDetails session = known.details();
        return new SessionForm(Map.of(
                "version", String.valueOf(known.version()),
                "title", session.title(),
                "description", session.description(),
                "startsAt", shown(session.startsAt()),
                "endsAt", shown(session.endsAt()),
                "room", session.room(),
                "track", session.track(),
                "speakers",
                        String.join(
                                "\n",
                                session.speakers().stream().map(UUID::toString).toList())));
    }

    /** A new one begins where the last one ends. */
    static SessionForm next(EventView event, Agenda agenda) {
        LocalDateTime starts = agenda.sessions().isEmpty()
                ? event.details().startsAt()
                : agenda.sessions().getLast().details().endsAt();
        if (!starts.isBefore(event.details().endsAt())) starts = event.details().startsAt();
        return new SessionForm(Map.of("startsAt", shown(starts), "endsAt", shown(starts.plusMinutes(USUAL_MINUTES))));
    }

    private static String shown(LocalDateTime time) {
        return time.truncatedTo(ChronoUnit.MINUTES).toString();
    }

    /** The same, by somebody who has seen what there is now. */
    SessionForm over(SessionView now) {
        Map<String, String> again = new HashMap<>(values);
        again.put("version", String.valueOf(now.version()));
        return new SessionForm(again);
    }

    String version() {
        return value("version");
    }

    /** @throws InvalidInput */
    SessionDetails details() {
        List<InvalidInput.Problem> problems = new ArrayList<>();
        LocalDateTime starts = time("startsAt", problems);
        LocalDateTime ends = time("endsAt", problems);
        if (!problems.isEmpty()) throw new InvalidInput(problems);
        return new SessionDetails(
                value("title"), value("description"), starts, ends, value("room"), value("track"), speakers());
    }

    private List<UUID> speakers() {
        try {
            return value("speakers")
                    .lines()
                    .filter(id -> !id.isBlank())
                    .map(UUID::fromString)
                    .toList();
        } catch (IllegalArgumentException noId) {
            throw InvalidInput.at("speakers", "value");
        }
    }

    private LocalDateTime time(String field, List<InvalidInput.Problem> problems) {
        try {
            return LocalDateTime.parse(value(field)).truncatedTo(ChronoUnit.MINUTES);
        } catch (DateTimeException unreadable) {
            problems.add(new InvalidInput.Problem(field, value(field).isEmpty() ? "required" : "format", List.of()));
            return LocalDateTime.MIN;
        }
    }

    private String value(String name) {
        return values.getOrDefault(name, "").strip();
    }

    List<Field> fields(EventView event, List<SpeakerView> speakers, FieldErrors errors, Text text) {
        String zone = event.details().timeZone().getId();
        Stream<Field> fields = Stream.of(
                Field.text("title", text.get("programme.field.title"))
                        .with("maxlength", "200")
                        .required(),
                Field.dateTime("startsAt", text.get("programme.field.startsAt", zone))
                        .hint(text.get("programme.hint.startsAt"))
                        .required(),
                Field.dateTime("endsAt", text.get("programme.field.endsAt", zone))
                        .required(),
                Field.text("room", text.get("programme.field.room"))
                        .hint(text.get("programme.hint.room"))
                        .with("maxlength", "80"),
                Field.text("track", text.get("programme.field.track")).with("maxlength", "80"),
                Field.textarea("description", text.get("programme.field.description"))
                        .hint(text.get("event.hint.description"))
                        .with("rows", "5"));
        Stream<Field> who = speakers.isEmpty()
                ? Stream.empty()
                : Stream.of(Field.several(
                        "speakers",
                        text.get("programme.field.speakers"),
                        speakers.stream()
                                .map(one -> Option.of(
                                        one.id().toString(), one.details().name()))
                                .toList()));
        return Stream.concat(fields, who)
                .map(field -> field.value(values.get(field.name())).error(errors.of(field.name())))
                .toList();
    }

    static List<Field> speaker(SpeakerDetails speaker, FieldErrors errors, Text text) {
        return List.of(
                Field.text("name", text.get("programme.field.name"))
                        .value(speaker.name())
                        .error(errors.of("name"))
                        .with("maxlength", "120")
                        .required(),
                Field.text("line", text.get("programme.field.line"))
                        .value(speaker.line())
                        .error(errors.of("line"))
                        .hint(text.get("programme.hint.line"))
                        .with("maxlength", "160"),
                Field.textarea("about", text.get("programme.field.about"))
                        .value(speaker.about())
                        .error(errors.of("about"))
                        .hint(text.get("event.hint.description"))
                        .with("rows", "5"));
    }
}
