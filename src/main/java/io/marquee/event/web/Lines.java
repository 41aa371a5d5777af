package io.marquee.event.web;

import java.util.ArrayList;
import java.util.List;

/**
 * Words broken into lines.
 *
 * @param size of the letters in pixels
 */
record Lines(List<String> lines, double size) {
    private static final double LEADING = 1.08;

    /** The largest letters with which the words fit into the box; the end is cut off if none do. */
    static Lines fitting(String words, Typeface typeface, double width, double height, int largest, int smallest) {
        for (int size = largest; size > smallest; size -= 4) {
            double chosen = size;
            List<String> lines = broken(words, typeface, size, width);
            if (lines.size() <= most(height, size)
                    && lines.stream().allMatch(line -> typeface.width(line, chosen) <= width)) {
                return new Lines(balanced(words, typeface, size, width, lines), size);
            }
        }
        return cut(broken(words, typeface, smallest, width), typeface, smallest, width, most(height, smallest));
    }

    /** As many lines, but as narrow as they can be: no last word stands alone. */
    private static List<String> balanced(
            String words, Typeface typeface, double size, double width, List<String> lines) {
        List<String> best = lines;
        for (double narrower = width - 12; narrower > width / 2; narrower -= 12) {
            double limit = narrower;
            List<String> tried = broken(words, typeface, size, narrower);
            if (tried.size() > lines.size() || tried.stream().anyMatch(line -> typeface.width(line, size) > limit))
                break;
            best = tried;
        }
        return best;
    }

    double step() {
        return size * LEADING;
    }

    private static int most(double height, double size) {
        return (int) (height / (size * LEADING));
    }

    private static Lines cut(List<String> lines, Typeface typeface, int size, double width, int most) {
        List<String> kept = new ArrayList<>(lines.subList(0, Math.min(lines.size(), most)));
        if (lines.size() > most) {
            kept.set(most - 1, String.join(" ", lines.subList(most - 1, lines.size())));
        }
        return new Lines(
                kept.stream().map(line -> cut(line, typeface, size, width)).toList(), size);
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
