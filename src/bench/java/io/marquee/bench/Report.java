package io.marquee.bench;

import java.util.Locale;

/** Prints what was measured, and remembers whether anything missed its goal. */
final class Report {
    private boolean missed;

    void section(String title) {
        System.out.printf("%n%s%n", title);
    }

    void line(String what, String format, Object... values) {
        System.out.printf(Locale.ROOT, "  %-44s %s%n", what, String.format(Locale.ROOT, format, values));
    }

    void goal(String what, double value, String relation, double goal) {
        boolean met = relation.equals("<") ? value < goal : value >= goal;
        missed |= !met;
        line(what, "%.2f  (goal %s %s: %s)", value, relation, goal, met ? "met" : "MISSED");
    }

    void exactly(String what, long value, long expected) {
        missed |= value != expected;
        line(what, "%,d  (must be %,d: %s)", value, expected, value == expected ? "right" : "WRONG");
    }

    void atLeast(String what, long value, long expected) {
        missed |= value < expected;
        line(what, "%,d  (at least %,d: %s)", value, expected, value >= expected ? "right" : "WRONG");
    }

    boolean missed() {
        return missed;
    }
}
