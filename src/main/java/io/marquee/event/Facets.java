package io.marquee.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one can narrow a list by, the most frequent first. */
public record Facets(List<City> cities, List<Tag> tags, int online) {

    /** @param country ISO 3166-1 alpha-2, where it is known */
    public record City(String name, @Nullable String country, int events) {}

    public record Tag(String name, int events) {}
}
