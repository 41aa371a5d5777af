package io.marquee.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Input that breaks a rule, told at the field where it happened; all broken rules at once. */
public final class InvalidInput extends Refusal {

    /**
     * One broken rule.
     *
     * @param field the field's name as in the form and the API, with dots for nesting: {@code price.amount}
     * @param code the words are under {@code invalid.<code>}
     * @param arguments for the message
     */
    public record Problem(String field, String code, List<Object> arguments) {}

    private final transient List<Problem> problems;

    public InvalidInput(List<Problem> problems) {
        super(Kind.INVALID, "invalid_input");
        this.problems = List.copyOf(problems);
    }

    public static InvalidInput at(String field, String code, Object... arguments) {
        return new InvalidInput(List.of(new Problem(field, code, List.of(arguments))));
    }

    public List<Problem> problems() {
        return problems;
    }

    /** Gathers broken rules; {@link #orThrow()} refuses when there are any. */
    public static final class Gatherer {
        private final List<Problem> found = new ArrayList<>();

        public Gatherer check(boolean holds, String field, String code, Object... arguments) {
            if (!holds) {
                found.add(new Problem(field, code, List.of(arguments)));
            }
            return this;
        }

        /** What is read; where that is refused, it is gathered why, and {@code instead} serves to go on with the rest. */
        public <T> T read(Supplier<T> reading, T instead) {
            try {
                return reading.get();
            } catch (InvalidInput refused) {
                found.addAll(refused.problems());
                return instead;
            }
        }

        /** What is read: null too where that is refused. */
        public <T> @Nullable T readOrNull(Supplier<@Nullable T> reading) {
            try {
                return reading.get();
            } catch (InvalidInput refused) {
                found.addAll(refused.problems());
                return null;
            }
        }

        public boolean any() {
            return !found.isEmpty();
        }

        public void orThrow() {
            if (!found.isEmpty()) {
                throw new InvalidInput(found);
            }
        }
    }

    public static Gatherer gather() {
        return new Gatherer();
    }
}
