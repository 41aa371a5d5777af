package io.marquee.guest;

import io.marquee.registration.Answered;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Two guests beside each other, before one becomes the other.
 *
 * @param kept who stays, with their address
 * @param other who is gone afterwards
 */
public record Comparison(GuestView kept, GuestView other, List<Answered> keptAnswers, List<Answered> otherAnswers) {
    public static final String NAME = "name";
    public static final String REPLY = "reply";

    /** Whose word counts. */
    public enum Side {
        KEPT,
        OTHER
    }

    /** What both answered to one question; null where one of them did not. */
    public record Pair(@Nullable Answered kept, @Nullable Answered other) {
        public String field() {
            Answered one = any();
            return "answer-" + one.question().id() + "-" + one.ticket();
        }

        public Answered any() {
            return Objects.requireNonNull(kept == null ? other : kept);
        }

        public boolean differ() {
            return kept != null && other != null && !kept.said().equals(other.said());
        }
    }

    public List<Pair> answers() {
        Map<String, Pair> pairs = new LinkedHashMap<>();
        keptAnswers.forEach(one -> {
            Pair pair = new Pair(one, null);
            pairs.put(pair.field(), pair);
        });
        otherAnswers.forEach(one -> {
            Pair pair = new Pair(null, one);
            pairs.merge(pair.field(), pair, (known, added) -> new Pair(known.kept(), added.other()));
        });
        return List.copyOf(pairs.values());
    }

    /** What they do not say alike, so that somebody has to choose. */
    public List<String> conflicts() {
        List<String> conflicts = new ArrayList<>();
        if (!kept.name().isEmpty() && !other.name().isEmpty() && !kept.name().equals(other.name())) conflicts.add(NAME);
        if (repliesDiffer()) conflicts.add(REPLY);
        answers().stream().filter(Pair::differ).map(Pair::field).forEach(conflicts::add);
        return List.copyOf(conflicts);
    }

    /** Whoever has a ticket comes, and what only one can say of the two is no choice. */
    private boolean repliesDiffer() {
        return kept.tickets() + other.tickets() == 0
                && (kept.state() != other.state() || kept.plusOnes() != other.plusOnes())
                && (kept.state() == other.state() || GuestState.MOVES.allows(kept.state(), other.state()));
    }
}
