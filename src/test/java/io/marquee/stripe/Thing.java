package io.marquee.stripe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An object as it goes over the wire. What starts with an underscore stays inside. */
final class Thing extends LinkedHashMap<String, @Nullable Object> {

    static Thing of(String id, String object) {
        return new Thing().with("id", id).with("object", object);
    }

    static Thing of(Map<?, ?> fields) {
        Thing thing = new Thing();
        fields.forEach((name, value) -> thing.put(String.valueOf(name), value));
        return thing;
    }

    /** A page of a list. */
    static Thing list(String url, List<?> data, boolean more) {
        return new Thing()
                .with("object", "list")
                .with("data", data)
                .with("has_more", more)
                .with("url", url);
    }

    Thing with(String name, @Nullable Object value) {
        put(name, value);
        return this;
    }

    /** These fields are there, and say nothing. */
    Thing nothing(String... names) {
        for (String name : names) putIfAbsent(name, null);
        return this;
    }

    String id() {
        return text("id");
    }

    String kind() {
        return text("object");
    }

    String text(String name) {
        return String.valueOf(Objects.requireNonNull(get(name), name));
    }

    @Nullable
    String maybe(String name) {
        Object value = get(name);
        return value == null ? null : String.valueOf(value);
    }

    long number(String name) {
        return get(name) instanceof Number number ? number.longValue() : 0;
    }

    boolean is(String name, @Nullable Object value) {
        return Objects.equals(get(name), value);
    }

    boolean yes(String name) {
        return is(name, true);
    }

    /** What is inside, or something empty. */
    Thing inner(String name) {
        return switch (get(name)) {
            case Thing thing -> thing;
            case Map<?, ?> map -> of(map);
            case null, default -> new Thing();
        };
    }

    void add(String name, long amount) {
        put(name, number(name) + amount);
    }

    /** As the wire shows it now: what changes later does not change it. */
    Thing shown() {
        Thing copy = new Thing();
        forEach((name, value) -> {
            if (!name.startsWith("_")) copy.put(name, shown(value));
        });
        return copy;
    }

    private static @Nullable Object shown(@Nullable Object value) {
        return switch (value) {
            case Thing thing -> thing.shown();
            case Map<?, ?> map -> of(map).shown();
            case List<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>();
                for (Object each : list) copy.add(shown(each));
                yield copy;
            }
            case null, default -> value;
        };
    }
}
