package io.marquee.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * One figure of a dashboard, for {@code ui/stat.jte}.
 *
 * @param value as shown: "382"
 * @param of what it is part of: "/ 500"
 * @param note a line below: "63 today"
 * @param trend GOOD and BAD put an arrow before the note, other tones none
 */
public record Stat(
        String label,
        String value,
        @Nullable String of,
        @Nullable String note,
        Tone trend) {
    public static Stat of(String label, String value) {
        return new Stat(label, value, null, null, Tone.PLAIN);
    }

    public Stat outOf(String of) {
        return new Stat(label, value, of, note, trend);
    }

    public Stat noting(String note, Tone trend) {
        return new Stat(label, value, of, note, trend);
    }
}
