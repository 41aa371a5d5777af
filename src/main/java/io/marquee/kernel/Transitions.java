package io.marquee.kernel;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The legal moves of one kind of thing; a move that is not listed is impossible.
 *
 * @param <S> the states, whose lower-case names go over the wire
 */
public final class Transitions<S extends Enum<S>> {
    private final Map<S, Set<S>> moves;
    private final Class<S> states;

    private Transitions(Class<S> states) {
        this.states = states;
        this.moves = new EnumMap<>(states);
    }

    public static <S extends Enum<S>> Transitions<S> of(Class<S> states) {
        return new Transitions<>(states);
    }

    /** Adds moves; meant for the building of a constant, before it is shared. */
    @SafeVarargs
    public final Transitions<S> allow(S from, S... to) {
        moves.computeIfAbsent(from, ignored -> EnumSet.noneOf(states)).addAll(Set.of(to));
        return this;
    }

    public boolean allows(S from, S to) {
        return moves.getOrDefault(from, Set.of()).contains(to);
    }

    /** The states from which {@code to} may be reached: what a compare-and-set compares with. */
    public Set<S> into(S to) {
        Set<S> from = EnumSet.noneOf(states);
        moves.forEach((state, next) -> {
            if (next.contains(to)) {
                from.add(state);
            }
        });
        return from;
    }

    /** @throws IllegalMove when the table has no such move */
    public void require(S from, S to) {
        if (!allows(from, to)) {
            throw new IllegalMove(from, to);
        }
    }
}
