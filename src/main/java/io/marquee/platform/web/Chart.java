package io.marquee.platform.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A line over time, for {@code ui/chart.jte}, drawn on a canvas of 650 by 160.
 *
 * @param summary the chart in one sentence, for those who do not see it
 * @param points oldest first
 */
public record Chart(String summary, List<Point> points) {
    private static final int WIDTH = 650;
    private static final int HEIGHT = 160;

    /** @param label shown below the first and the last point */
    public record Point(String label, long value) {}

    /** The largest value, at least 1. */
    public long peak() {
        return Math.max(1, points.stream().mapToLong(Point::value).max().orElse(1));
    }

    /** The line as SVG's points attribute; a single value is a level line. */
    public String line() {
        if (points.size() == 1) return "0," + y(0) + " " + WIDTH + "," + y(0);
        return IntStream.range(0, points.size())
                .mapToObj(i -> x(i) + "," + y(i))
                .collect(Collectors.joining(" "));
    }

    /** The area below the line. */
    public String area() {
        return "0," + HEIGHT + " " + line() + " " + WIDTH + "," + HEIGHT;
    }

    private String x(int index) {
        return decimal(index * (double) WIDTH / (points.size() - 1));
    }

    private String y(int index) {
        return decimal(HEIGHT - points.get(index).value() * (HEIGHT - 12.0) / peak());
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
