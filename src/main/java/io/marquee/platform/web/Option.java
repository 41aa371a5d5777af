package io.marquee.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * One choice of a select or of radio buttons.
 *
 * @param value what the form sends
 * @param hint a line below the label of a radio button
 */
public record Option(String value, String label, @Nullable String hint) {
    public static Option of(String value, String label) {
        return new Option(value, label, null);
    }
}
