package io.marquee.kernel;

import java.util.Locale;

/** A move that the state's table does not list, or that somebody else was quicker to make. */
public final class IllegalMove extends Refusal {
    public IllegalMove(Enum<?> from, Enum<?> to) {
        super(Kind.CONFLICT, "illegal_move", wire(from), wire(to));
    }

    private static String wire(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
