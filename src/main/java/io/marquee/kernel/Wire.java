package io.marquee.kernel;

import java.util.Locale;

/** Enums on the wire, in the database and in URLs: lower case with underscores. */
public final class Wire {
    private Wire() {}

    public static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when no constant has that name */
    public static <E extends Enum<E>> E parse(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }
}
