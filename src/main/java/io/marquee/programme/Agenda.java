package io.marquee.programme;

import io.marquee.kernel.NotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All of an event's programme. @param sessions by their start, then their room @param speakers by name */
public record Agenda(List<SessionView> sessions, List<SpeakerView> speakers) {
    public Agenda {
        sessions = List.copyOf(sessions);
        speakers = List.copyOf(speakers);
    }

    /** What would have to be in two places, or two things in one. */
    public enum Clash {
        ROOM,
        SPEAKER
    }

    /** @param name of the room or the speaker @param first the earlier of the two */
    public record Conflict(Clash clash, String name, SessionView first, SessionView second) {}

    /** @throws NotFound */
    public SessionView session(UUID id) {
        return sessions.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("session"));
    }

    /** @throws NotFound */
    public SpeakerView speaker(UUID id) {
        SpeakerView found = speakersById().get(id);
        if (found == null) throw new NotFound("speaker");
        return found;
    }

    public Map<UUID, SpeakerView> speakersById() {
        return speakers.stream().collect(Collectors.toMap(SpeakerView::id, Function.identity()));
    }

    /** Every pair that overlaps in the same room or with the same speaker. One that ends when another begins does not. */
    public List<Conflict> conflicts() {
        List<Conflict> conflicts = new ArrayList<>();
        for (int i = 0; i < sessions.size(); i++) {
            SessionView first = sessions.get(i);
            for (SessionView second : sessions.subList(i + 1, sessions.size())) {
                if (!second.details().startsAt().isBefore(first.details().endsAt())) break;
                conflicts(first, second).forEach(conflicts::add);
            }
        }
        return conflicts;
    }

    private Stream<Conflict> conflicts(SessionView first, SessionView second) {
        String room = first.details().room();
        Stream<Conflict> rooms = !room.isEmpty() && same(room, second.details().room())
                ? Stream.of(new Conflict(Clash.ROOM, room, first, second))
                : Stream.empty();
        Stream<Conflict> twice = speakers.stream()
                .filter(speaker -> first.details().speakers().contains(speaker.id())
                        && second.details().speakers().contains(speaker.id()))
                .map(speaker -> new Conflict(Clash.SPEAKER, speaker.details().name(), first, second));
        return Stream.concat(rooms, twice);
    }

    private static boolean same(String room, String other) {
        return room.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
