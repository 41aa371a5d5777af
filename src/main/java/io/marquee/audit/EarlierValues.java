package io.marquee.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the values of an earlier version, field by field, where they are among those that are brought back. */
public record EarlierValues(Map<String, @Nullable String> values) {

    /** @param read makes of the text what the setting is */
    public <T> EarlierValues set(String field, Function<String, T> read, Consumer<T> setting) {
        String value = values.get(field);
        if (value != null) setting.accept(read.apply(value));
        return this;
    }

    /** As it was; as it is now where that is not brought back. */
    public <T> T value(String field, T now, Function<String, T> read) {
        String value = values.get(field);
        return value == null ? now : read.apply(value);
    }

    /** For a setting that may be left open. */
    public <T> EarlierValues open(String field, Function<String, T> read, Consumer<@Nullable T> setting) {
        if (values.containsKey(field)) {
            String value = values.get(field);
            setting.accept(value == null ? null : read.apply(value));
        }
        return this;
    }

    /** PostgreSQL writes an instant into JSON with an offset: {@code 2031-06-18T19:30:00+00:00}. */
    public static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
