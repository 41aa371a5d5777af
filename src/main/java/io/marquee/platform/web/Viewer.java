package io.marquee.platform.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The signed-in person who looks at a page.
 *
 * @param unread how much they are told and have not read
 * @param administrator whether the installation is theirs to run
 */
public record Viewer(String name, int unread, boolean administrator) {

    /** Up to two letters for the avatar: "AL" for Ada Lind. */
    public String initials() {
        return initials(name);
    }

    /** First letters of the first and last word, in capitals; empty for a blank name. */
    public static String initials(String name) {
        var words = Arrays.stream(name.strip().split("\\s+"))
                .filter(w -> !w.isEmpty())
                .toList();
        return words.stream()
                .filter(w -> w.equals(words.getFirst()) || w.equals(words.getLast()))
                .limit(2)
                .map(w -> w.substring(0, w.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }
}
