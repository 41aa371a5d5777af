package io.marquee.platform.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line over time, for {@code ui/chart.jte}, drawn on a canvas of 650 by 160.
 *
 * @param summary the chart in one sentence, for those who do not see it
 * @param points oldest first
 * @param second another line over the same points; null where there is one alone
 */
public record Chart(
        String summary, List<Point> points, @Nullable Second second) {
    private static final int WIDTH = 650;
    private static final int HEIGHT = 160;

    /** @param label shown below the first and the last point */
    public record Point(String label, long value) {}

    /** @param values one for each point @param first what the first line is called, now that there are two */
    public record Second(String first, String name, List<Long> values) {}

    public Chart(String summary, List<Point> points) {
        this(summary, points, null);
    }

    /** The largest value, at least 1. */
    public long peak() {
        return Stream.concat(values().stream(), second == null ? Stream.<Long>empty() : second.values().stream())
                .reduce(1L, Long::max);
    }

    /** The line as SVG's points attribute; a single value is a level line. */
    public String line() {
        return line(values());
    }

    /** The other one. */
    public String secondLine() {
        return second == null ? "" : line(second.values());
    }

    private List<Long> values() {
        return points.stream().map(Point::value).toList();
    }

    private String line(List<Long> values) {
        if (values.size() == 1) return "0," + y(values.getFirst()) + " " + WIDTH + "," + y(values.getFirst());
        return IntStream.range(0, values.size())
                .mapToObj(i -> x(i) + "," + y(values.get(i)))
                .collect(Collectors.joining(" "));
    }

    /** The area below the line. */
    public String area() {
        return "0," + HEIGHT + " " + line() + " " + WIDTH + "," + HEIGHT;
    }

    private String x(int index) {
        return decimal(index * (double) WIDTH / (points.size() - 1));
    }

    private String y(long value) {
        return decimal(HEIGHT - value * (HEIGHT - 12.0) / peak());
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
