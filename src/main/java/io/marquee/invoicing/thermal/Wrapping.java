package io.marquee.invoicing.thermal;

import java.util.ArrayList;
import java.util.List;

/** Lines that fit the printer's columns. */
final class Wrapping {
    private Wrapping() {}

    /** At spaces where it can; a word that is longer than a line is broken. */
    static List<String> lines(String words, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" ")) {
            String rest = word;
            if (!line.isEmpty() && line.length() + 1 + rest.length() > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (rest.length() > columns) {
                lines.add(rest.substring(0, columns));
                rest = rest.substring(columns);
            }
            if (!line.isEmpty()) line.append(' ');
            line.append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    /** The amount stands at the end of the last line of the words. */
    static List<String> pair(String left, String right, int columns) {
        List<String> lines = new ArrayList<>(lines(left, columns));
        String last = lines.removeLast();
        if (last.length() + 1 + right.length() > columns) {
            lines.add(last);
            last = "";
        }
        lines.add(last + " ".repeat(Math.max(0, columns - last.length() - right.length())) + right);
        return lines;
    }
}
