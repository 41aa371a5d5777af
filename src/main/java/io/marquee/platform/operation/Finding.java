package io.marquee.platform.operation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param what the thing that was looked at and how it is, in a few words
 * @param mend what the operator should do, or null where all is well
 */
public record Finding(Grade grade, String what, @Nullable String mend) {

    /** How bad it is: nothing to do, something to think about, something that does not work. */
    public enum Grade {
        OK,
        WARN,
        FAIL
    }

    public static Finding ok(String what) {
        return new Finding(Grade.OK, what, null);
    }

    public static Finding warn(String what, String mend) {
        return new Finding(Grade.WARN, what, mend);
    }

    public static Finding fail(String what, String mend) {
        return new Finding(Grade.FAIL, what, mend);
    }

    /** One line for a terminal. */
    String line() {
        String label = "%-4s  %s".formatted(grade.name().toLowerCase(Locale.ROOT), what);
        return mend == null ? label : label + "  — " + mend;
    }
}
