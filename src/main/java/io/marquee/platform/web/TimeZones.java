package io.marquee.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The time zones that people choose from: one name for each place, as {@code zone.tab} of the IANA database lists them, and UTC. Old
 * names of theirs, such as Asia/Calcutta, which browsers still tell, are taken everywhere and offered nowhere.
 */
public final class TimeZones {
    private static final List<String> NAMES = read();

    private TimeZones() {}

    private static List<String> read() {
        Set<String> known = ZoneId.getAvailableZoneIds();
        try (InputStream list = Objects.requireNonNull(TimeZones.class.getResourceAsStream("time-zones.txt"))) {
            return Stream.concat(Stream.of("UTC"), new String(list.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .distinct()
                    .filter(known::contains)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param chosen what it is now, by whichever name: it is among them; blank for nothing */
    public static List<String> names(String chosen) {
        return chosen.isBlank() || NAMES.contains(chosen)
                ? NAMES
                : Stream.concat(Stream.of(chosen), NAMES.stream()).toList();
    }

    /** The same for a select. */
    public static List<Option> options(String chosen) {
        return names(chosen).stream()
                .map(name -> Option.of(name, name.replace('_', ' ')))
                .toList();
    }
}
