package io.marquee.event.web.manage;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Wire;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads typed values out of a form, and gathers what does not fit until {@link #orThrow()}. */
final class FormValues {
    private static final LocalDateTime UNREADABLE = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final Map<String, String> values;
    private final List<InvalidInput.Problem> problems = new ArrayList<>();

    FormValues(Map<String, String> values) {
        this.values = values;
    }

    String text(String name) {
        return values.getOrDefault(name, "").strip();
    }

    @Nullable
    String textOrNull(String name) {
        return text(name).isEmpty() ? null : text(name);
    }

    boolean isChecked(String name) {
        return "true".equals(text(name));
    }

    LocalDateTime dateTime(String name) {
        if (text(name).isEmpty()) {
            problem(name, "required");
            return UNREADABLE;
        }
        LocalDateTime time = dateTimeOrNull(name);
        return time == null ? UNREADABLE : time;
    }

    @Nullable
    LocalDateTime dateTimeOrNull(String name) {
        if (text(name).isEmpty()) return null;
        try {
            return LocalDateTime.parse(text(name));
        } catch (DateTimeException unreadable) {
            problem(name, "format");
            return null;
        }
    }

    ZoneId zone(String name) {
        try {
            return ZoneId.of(text(name));
        } catch (DateTimeException unknown) {
            problem(name, text(name).isEmpty() ? "required" : "unknown_time_zone", text(name));
            return ZoneId.of("UTC");
        }
    }

    @Nullable
    Integer number(String name) {
        if (text(name).isEmpty()) return null;
        try {
            return Integer.valueOf(text(name));
        } catch (NumberFormatException unreadable) {
            problem(name, "format");
            return null;
        }
    }

    <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
        if (text(name).isEmpty()) return otherwise;
        try {
            return Wire.parse(type, text(name));
        } catch (IllegalArgumentException unknown) {
            problem(name, "value");
            return otherwise;
        }
    }

    void orThrow() {
        if (!problems.isEmpty()) throw new InvalidInput(problems);
    }

    private void problem(String name, String code, Object... arguments) {
        problems.add(new InvalidInput.Problem(name, code, List.of(arguments)));
    }
}
