package io.marquee.stripe;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One question to the API.
 *
 * @param steps what stood in the path for {@code {id}} and the like
 */
record Call(Book book, String path, Map<String, String> steps, Thing params) {
    private static final Set<String> OF_LISTS = Set.of("limit", "starting_after", "ending_before", "expand", "created");

    String id() {
        return Objects.requireNonNull(steps.get("id"));
    }

    String need(String param) {
        String value = params.maybe(param);
        if (value == null || value.isEmpty()) throw Refused.missing(param);
        return value;
    }

    long needNumber(String param) {
        return number(need(param), param);
    }

    long number(String param, long otherwise) {
        String value = params.maybe(param);
        return value == null ? otherwise : number(value, param);
    }

    boolean yes(String param) {
        return params.is(param, "true");
    }

    Thing metadata() {
        return Thing.of(params.inner("metadata"));
    }

    /** Sets the fields that the call names. */
    void copy(Thing thing, String... fields) {
        for (String field : fields) {
            Object value = params.get(field);
            if (value instanceof Thing inner) {
                Thing merged = thing.inner(field);
                merged.putAll(inner);
                thing.put(field, merged);
            } else if (value != null) {
                thing.put(field, value.equals("") ? null : value);
            }
        }
    }

    /** A page of things of a kind, of those that the other parameters name. */
    Thing list(String kind, String url, Predicate<Thing> wanted) {
        int limit = (int) number("limit", 10);
        if (limit < 1 || limit > 100) throw Refused.invalid(null, "This value must be between 1 and 100.");
        Thing created = params.inner("created");
        Predicate<Thing> asked = thing -> within(created, thing.number("created")) && matches(thing);
        return book.page(
                url,
                kind,
                asked.and(wanted),
                new Book.Paging(limit, params.maybe("starting_after"), params.maybe("ending_before")));
    }

    private boolean matches(Thing thing) {
        return params.entrySet().stream()
                .filter(param -> !OF_LISTS.contains(param.getKey()) && param.getValue() instanceof String)
                .allMatch(param -> String.valueOf(param.getValue()).equals(held(thing, param.getKey())));
    }

    private static @Nullable String held(Thing thing, String field) {
        return thing.maybe(thing.containsKey("_" + field) ? "_" + field : field);
    }

    private static boolean within(Thing range, long at) {
        return range.entrySet().stream().allMatch(bound -> {
            long limit = number(String.valueOf(bound.getValue()), "created");
            return switch (bound.getKey()) {
                case "gt" -> at > limit;
                case "gte" -> at >= limit;
                case "lt" -> at < limit;
                case "lte" -> at <= limit;
                default -> throw Refused.invalid("parameter_unknown", "Received unknown parameter: created");
            };
        });
    }

    List<String> texts(String param) {
        return Form.texts(params.inner(param));
    }

    static long number(String value, String param) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw Refused.invalid("parameter_invalid_integer", "Invalid integer: " + value)
                    .with("param", param);
        }
    }
}
