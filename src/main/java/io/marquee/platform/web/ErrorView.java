package io.marquee.platform.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, in words for the person, for {@code platform/error.jte} and {@code platform/error-fragment.jte}.
 *
 * @param status of HTTP
 * @param code stable, for whoever helps: "sold_out", "not_found"
 * @param title in a few words
 * @param detail what happened and what one can do
 * @param requestId finds the request in the logs; empty where it has none
 */
public record ErrorView(int status, String code, String title, String detail, String requestId) {
    private static final Set<Integer> KNOWN = Set.of(400, 401, 403, 404, 405, 409, 413, 415, 429, 500, 503);

    /**
     * The kind words for a status.
     *
     * @param detail a better sentence than the general one, resolved already; null takes the general one
     */
    public static ErrorView of(Text text, int status, String code, @Nullable String detail, String requestId) {
        var words = "ui.error." + wordsFor(status);
        return new ErrorView(
                status,
                code,
                text.get(words + ".title"),
                detail == null ? text.get(words + ".detail") : detail,
                requestId);
    }

    /** The known status whose words fit: its own, else those of 400 and 500. */
    static int wordsFor(int status) {
        if (KNOWN.contains(status)) return status;
        else return status < 500 ? 400 : 500;
    }

    /** Where to go from here, labelled by {@link #wayOnKey()}; "" is this very page again. */
    public String wayOn() {
        return switch (wordsFor(status)) {
            case 401 -> "/login";
            case 403, 404, 405 -> Nav.DISCOVER.path();
            default -> "";
        };
    }

    public String wayOnKey() {
        return switch (wordsFor(status)) {
            case 401 -> "ui.error.log_in";
            case 403, 404, 405 -> "ui.error.discover";
            default -> "ui.error.again";
        };
    }
}
