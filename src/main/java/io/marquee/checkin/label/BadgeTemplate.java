package io.marquee.checkin.label;

import io.marquee.kernel.InvalidInput;
import io.marquee.registration.Question;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands on an event's badges, beside the name and the code.
 *
 * @param size of the paper, unless another one is asked for
 * @param questions whose answers, in their order; null for the first that is marked for the door
 */
public record BadgeTemplate(
        Label.Size size, List<Part> parts, @Nullable List<UUID> questions) {
    private static final int MOST_QUESTIONS = 3;

    /** What may be left out. */
    public enum Part {
        TYPE,
        SEAT,
        EVENT,
        LOGO
    }

    /** Where the organizer says nothing. */
    public static final BadgeTemplate USUAL =
            new BadgeTemplate(Label.Size.MM62X29, List.of(Part.TYPE, Part.SEAT, Part.EVENT), null);

    public BadgeTemplate {
        parts = parts.stream().distinct().sorted().toList();
        questions = questions == null ? null : questions.stream().distinct().toList();
    }

    public boolean has(Part part) {
        return parts.contains(part);
    }

    /** Those of the event's questions that are chosen; the first that is marked for the door where none were. */
    public List<Question> among(List<Question> asked) {
        return questions == null
                ? asked.stream()
                        .filter(question -> question.details().atDoor())
                        .limit(1)
                        .toList()
                : asked.stream()
                        .filter(question -> questions.contains(question.id().value()))
                        .toList();
    }

    /** @param asked the event's questions */
    void check(Collection<UUID> asked) {
        InvalidInput.gather()
                .check(questions == null || asked.containsAll(questions), "questions", "value")
                .check(
                        questions == null || questions.size() <= MOST_QUESTIONS,
                        "questions",
                        "badge_questions",
                        MOST_QUESTIONS)
                .orThrow();
    }
}
