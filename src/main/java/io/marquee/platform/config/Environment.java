package io.marquee.platform.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Environment variables by name; {@code NAME_FILE} names a file that holds the value, as mounted secrets do. */
final class Environment {
    private final Map<String, String> variables;

    Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    /** The value, or null where it is not set or blank. */
    @Nullable
    String text(String name) {
        String value = variables.get(name);
        if (value == null || value.isBlank()) value = fromFile(name + "_FILE");
        return value == null || value.isBlank() ? null : value.strip();
    }

    private @Nullable String fromFile(String name) {
        String file = variables.get(name);
        if (file == null || file.isBlank()) return null;
        try {
            return Files.readString(Path.of(file.strip()));
        } catch (IOException | IllegalArgumentException e) {
            throw new WrongSetting(name + " names " + file + ", which cannot be read.");
        }
    }

    String text(String name, String otherwise) {
        String value = text(name);
        return value == null ? otherwise : value;
    }

    boolean isOn(String name, boolean otherwise) {
        return choice(name, otherwise ? "on" : "off", "on", "off").equals("on");
    }

    /** One of the listed words, in lower case. */
    String choice(String name, String otherwise, String... words) {
        String value = text(name, otherwise).toLowerCase(Locale.ROOT);
        if (!List.of(words).contains(value)) {
            throw new WrongSetting(name + " is “" + value + "”, but must be " + String.join(" or ", words) + ".");
        }
        return value;
    }

    int port(String name, int otherwise) {
        String value = text(name);
        if (value == null) return otherwise;
        if (value.matches("\\d{1,5}")) {
            int port = Integer.parseInt(value);
            if (port >= 1 && port <= 65535) return port;
        }
        throw new WrongSetting(name + " is “" + value + "”, but must be a number from 1 to 65535.");
    }
}
