package io.marquee.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The passwords that are tried first by whoever tries many, of those that are long enough for us. */
record CommonPasswords(Set<String> words) {
    private static final String FILE = "common-passwords.txt";

    static CommonPasswords load() {
        try (InputStream file = CommonPasswords.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return new CommonPasswords(new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank())
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One character again and again, and a run such as 1234567890, are common without being listed. */
    boolean contains(String password) {
        String typed = password.strip().toLowerCase(Locale.ROOT);
        return words.contains(typed) || isRun(typed, 0) || isRun(typed, 1) || isRun(typed, -1);
    }

    private static boolean isRun(String text, int step) {
        for (int i = 1; i < text.length(); i++) {
            boolean wraps = text.charAt(i - 1) == '9' && text.charAt(i) == '0';
            if (text.charAt(i) - text.charAt(i - 1) != step && !(wraps && step == 1)) return false;
        }
        return true;
    }
}
