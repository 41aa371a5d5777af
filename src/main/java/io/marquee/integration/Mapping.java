package io.marquee.integration;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Wire;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which column of a file means what. Columns that mean nothing to us are left out. */
public record Mapping(Map<Target, String> columns) {

    public Mapping {
        columns = Map.copyOf(columns);
    }

    /** By the columns' names. */
    static Mapping guess(Collection<String> header) {
        Map<Target, String> found = new EnumMap<>(Target.class);
        for (Target target : Target.values()) {
            for (String name : target.names()) {
                String column = named(header, name);
                if (column != null && !found.containsKey(target)) {
                    found.put(target, column);
                }
            }
        }
        return new Mapping(found);
    }

    /**
     * The guess with what a person corrected.
     *
     * @param corrections {@code title:Subject,startsAt:Start Date}; an empty column takes a target out
     * @throws InvalidInput on a target or column that there is not
     */
    static Mapping corrected(Collection<String> header, @Nullable String corrections) {
        Map<Target, String> columns = new EnumMap<>(Target.class);
        columns.putAll(guess(header).columns);
        if (corrections != null && !corrections.isBlank()) {
            for (String correction : corrections.split(",")) {
                correct(columns, header, correction);
            }
        }
        return new Mapping(columns);
    }

    /** @throws InvalidInput unless title and start are known: without them there is no event */
    Mapping complete() {
        InvalidInput.gather()
                .check(columns.containsKey(Target.TITLE), "mapping", "no_title_column")
                .check(columns.containsKey(Target.STARTS_AT), "mapping", "no_start_column")
                .orThrow();
        return this;
    }

    public @Nullable String column(Target target) {
        return columns.get(target);
    }

    private static void correct(Map<Target, String> columns, Collection<String> header, String correction) {
        String[] parts = correction.split(":", 2);
        Target target = target(parts[0].strip());
        String column = parts.length < 2 ? "" : parts[1].strip();
        if (column.isEmpty()) {
            columns.remove(target);
        } else if (header.contains(column)) {
            columns.put(target, column);
        } else {
            throw InvalidInput.at("mapping", "no_such_column", column);
        }
    }

    /** {@code startsAt} and {@code starts_at} alike. */
    private static Target target(String name) {
        try {
            return Wire.parse(Target.class, name.replaceAll("([a-z])([A-Z])", "$1_$2"));
        } catch (IllegalArgumentException e) {
            throw InvalidInput.at("mapping", "no_such_target", name, List.of(Target.values()));
        }
    }

    private static @Nullable String named(Collection<String> header, String name) {
        return header.stream()
                .filter(column -> plain(column).equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String plain(String column) {
        return column.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
