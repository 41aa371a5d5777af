package io.marquee.registration;

import io.marquee.kernel.InvalidInput;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For whom a question is: those alone who answered another with one of these.
 *
 * @param question one that has answers to choose from
 * @param any of its options; "yes" or "no"
 */
public record Condition(QuestionId question, List<String> any) {
    static final List<String> YES_NO = List.of("yes", "no");

    public Condition {
        any = List.copyOf(any);
    }

    boolean holds(List<String> said) {
        return said.stream().anyMatch(any::contains);
    }

    /** What can be said to a question that others may depend on; nothing where they may not. */
    public static List<String> answersTo(QuestionDetails question) {
        return question.kind() == QuestionKind.YES_NO ? YES_NO : question.options();
    }

    /**
     * @param asked all of the event
     * @param self the question that gets the condition; null for a new one
     * @throws InvalidInput at {@code condition} where the other is none of these, has no such answers, or depends on this one itself
     */
    static void check(List<Question> asked, @Nullable QuestionId self, QuestionDetails details) {
        Condition condition = details.condition();
        if (condition == null) return;
        Question other = find(asked, condition.question());
        InvalidInput.gather()
                .check(
                        other != null
                                && !condition.any().isEmpty()
                                && answersTo(other.details()).containsAll(condition.any())
                                && (details.perAttendee() || !other.details().perAttendee()),
                        "condition",
                        "condition")
                .orThrow();
        Set<QuestionId> seen = new HashSet<>();
        for (Question one = other; one != null && seen.add(one.id()); one = controlling(asked, one)) {
            if (one.id().equals(self)) throw InvalidInput.at("condition", "condition");
        }
    }

    /**
     * Those that are for some who answered this one can still be answered by them.
     *
     * @param asked all of the event
     * @param changed what the question is from now on
     * @throws InvalidInput at what of it takes their answers away
     */
    static void checkDependents(List<Question> asked, QuestionId self, QuestionDetails changed) {
        List<String> answers = answersTo(changed);
        InvalidInput.Gatherer lost = InvalidInput.gather();
        for (Question one : asked) {
            Condition condition = one.details().condition();
            if (condition == null || !condition.question().equals(self)) continue;
            String label = one.details().label();
            boolean open = one.details().perAttendee() || !changed.perAttendee();
            lost.check(open, "per", "others_depend", label);
            lost.check(
                    answers.containsAll(condition.any()),
                    answers.isEmpty() ? "kind" : "options",
                    "others_depend",
                    label);
        }
        lost.orThrow();
    }

    /** @return null where there is none, or it is asked no more */
    static @Nullable Question controlling(List<Question> asked, Question question) {
        Condition condition = question.details().condition();
        return condition == null ? null : find(asked, condition.question());
    }

    private static @Nullable Question find(List<Question> asked, QuestionId id) {
        return asked.stream()
                .filter(question -> question.id().equals(id))
                .findFirst()
                .orElse(null);
    }
}
