package io.marquee.checkin.web;

import io.marquee.platform.web.Tone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A verdict in words.
 *
 * @param tone GOOD lets in, BAD refuses, WARN asks a person, PLAIN waits for a scan
 * @param line whose ticket it is
 * @param answers to marked questions: "What do you eat?: No meat"
 * @param detail when and where the first scan was, or what to do
 */
public record VerdictView(
        Tone tone,
        String title,
        @Nullable String line,
        @Nullable String detail,
        List<String> answers) {

    /** The symbol that says the same as the colour. */
    public String icon() {
        return switch (tone) {
            case GOOD -> "check";
            case BAD -> "cross";
            case WARN -> "alert";
            case PLAIN, INFO, LIVE -> "scan";
        };
    }
}
