package io.marquee.event.web;

import java.util.ArrayList;
import java.util.List;

/**
 * Words broken into lines.
 *
 * @param size of the letters in pixels
 */
record Lines(List<String> lines, double size) {

    /** The largest letters with which the words fit into so many lines; the last line is cut if none does. */
    static Lines fitting(String words, Typeface typeface, double width, int most, int largest, int smallest) {
        for (int size = largest; size > smallest; size -= 4) {
            double chosen = size;
            List<String> lines = broken(words, typeface, size, width);
            if (lines.size() <= most && lines.stream().allMatch(line -> typeface.width(line, chosen) <= width)) {
                return new Lines(lines, size);
            }
        }
        List<String> lines = broken(words, typeface, smallest, width);
        if (lines.size() <= most)
            return new Lines(
                    lines.stream()
                            .map(line -> cut(line, typeface, smallest, width))
                            .toList(),
                    smallest);
        String rest = String.join(" ", lines.subList(most - 1, lines.size()));
        List<String> kept = new ArrayList<>(lines.subList(0, most - 1));
        kept.add(cut(rest, typeface, smallest, width));
        return new Lines(kept, smallest);
    }

    /** The beginning of a line that fits, with dots where something was cut off. */
    static String cut(String line, Typeface typeface, double size, double width) {
        if (typeface.width(line, size) <= width) return line;
        int end = line.length();
        while (end > 1 && typeface.width(line.substring(0, end) + "…", size) > width) end--;
        return line.substring(0, end).strip() + "…";
    }

    private static List<String> broken(String words, Typeface typeface, double size, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && typeface.width(longer, size) > width) {
                lines.add(line.toString());
                line = new StringBuilder(word);
            } else {
                line = new StringBuilder(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
