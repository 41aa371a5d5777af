package io.marquee.integration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The time zone of a place, where that is clear: the country has but one, or one in which nearly everybody lives; a zone is
 * named after the city; or the place is in our list of states and well-known cities. {@code zones.csv} comes from the IANA
 * time zone database, which is in the public domain.
 */
final class Zones {
    private static final Map<String, List<String>> BY_COUNTRY = new HashMap<>();
    private static final Map<String, String> BY_PLACE = new HashMap<>();

    static {
        lines("places.csv").forEach(line -> {
            String[] parts = line.split(",");
            BY_PLACE.put(parts[0] + "/" + plain(parts[1]), parts[2]);
        });
        lines("zones.csv").forEach(line -> {
            String[] parts = line.split(",");
            List<String> zones = List.of(parts[1].split(" "));
            BY_COUNTRY.put(parts[0], zones);
            zones.stream()
                    .filter(zone -> zone.contains("/"))
                    .forEach(zone -> BY_PLACE.putIfAbsent(
                            parts[0] + "/"
                                    + plain(zone.substring(zone.lastIndexOf('/') + 1)
                                            .replace('_', ' ')),
                            zone));
        });
    }

    private Zones() {}

    /**
     * @param country ISO 3166-1 alpha-2
     * @param place as typed: {@code Austin, TX}, {@code Petaluma, California}; each part may tell
     * @return null where it is not clear
     */
    static @Nullable ZoneId of(@Nullable String country, @Nullable String place) {
        if (country == null) {
            return null;
        }
        for (String part : (place == null ? "" : place).split("[,/]")) {
            String zone = BY_PLACE.get(country + "/" + plain(part));
            if (zone != null) {
                return ZoneId.of(zone);
            }
        }
        List<String> zones = BY_COUNTRY.getOrDefault(country, List.of());
        boolean clear = zones.size() == 1 || !zones.isEmpty() && zones.getLast().equals("!");
        return clear ? ZoneId.of(zones.getFirst()) : null;
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static List<String> lines(String resource) {
        List<String> lines = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(Zones.class.getResourceAsStream(resource));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("#")).forEach(lines::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
