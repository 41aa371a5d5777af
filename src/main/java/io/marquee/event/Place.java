package io.marquee.event;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where an event is, as far as it was said.
 *
 * @param country ISO 3166-1 alpha-2
 * @param online whether one can take part from anywhere
 */
public record Place(
        @Nullable String venue,
        @Nullable String address,
        @Nullable String city,
        @Nullable String country,
        boolean online) {

    public static Place of(EventDetails details) {
        return new Place(
                details.venue(), details.address(), details.city(), details.country(), details.onlineUrl() != null);
    }

    /** Whether there is somewhere to go. */
    public boolean physical() {
        return name() != null;
    }

    /** The venue, else its address, else the city; null where there is nowhere to go. */
    public @Nullable String name() {
        if (venue != null) return venue;
        else return address != null ? address : city;
    }

    /** "Pier 14, Harbour Road 2, Lisbon, PT": for maps and calendars; empty when nothing was said. */
    public String line() {
        return joined(venue, address, city, country);
    }

    /** The rest of the place, for where the name stands already: "Harbour Road 2, Lisbon, Portugal"; null where that is all. */
    public @Nullable String beside(String name, Locale language) {
        String rest = Stream.of(venue, address, region(language))
                .filter(part -> part != null && !part.isBlank() && !part.equals(name))
                .collect(Collectors.joining(", "));
        if (rest.startsWith(name + ", ")) rest = rest.substring(name.length() + 2);
        return rest.isEmpty() ? null : rest;
    }

    /** "Lisbon, Portugal"; empty without both. */
    public String region(Locale language) {
        return joined(city, country == null ? null : Locale.of("", country).getDisplayCountry(language));
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts)
                .filter(part -> part != null && !part.isBlank())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
