package io.marquee.registration;

import io.marquee.kernel.InvalidInput;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a team says of a question.
 *
 * @param perAttendee whether everybody who comes is asked, instead of the buyer once
 * @param atDoor whether gates show what was answered
 * @param options to choose from; empty where nothing is chosen
 * @param condition for whom it is; null for everybody
 */
public record QuestionDetails(
        String label,
        String hint,
        QuestionKind kind,
        boolean required,
        boolean perAttendee,
        boolean atDoor,
        List<String> options,
        @Nullable Condition condition) {
    private static final int LONGEST_LABEL = 200;
    private static final int LONGEST_HINT = 500;
    private static final int LONGEST_OPTION = 100;
    private static final int MOST_OPTIONS = 50;

    /** Not shown at the door. */
    public QuestionDetails(
            String label, String hint, QuestionKind kind, boolean required, boolean perAttendee, List<String> options) {
        this(label, hint, kind, required, perAttendee, false, options);
    }

    /** For everybody. */
    public QuestionDetails(
            String label,
            String hint,
            QuestionKind kind,
            boolean required,
            boolean perAttendee,
            boolean atDoor,
            List<String> options) {
        this(label, hint, kind, required, perAttendee, atDoor, options, null);
    }

    /** The same for those alone of whom this holds. */
    public QuestionDetails onlyIf(@Nullable Condition holds) {
        return new QuestionDetails(label, hint, kind, required, perAttendee, atDoor, options, holds);
    }

    public QuestionDetails {
        label = label.strip();
        hint = hint.strip();
        options = kind.hasOptions()
                ? options.stream()
                        .map(String::strip)
                        .filter(option -> !option.isEmpty())
                        .toList()
                : List.of();
    }

    /** @throws InvalidInput with all that is wrong */
    public QuestionDetails checked() {
        InvalidInput.gather()
                .check(!label.isEmpty(), "label", "required")
                .check(label.length() <= LONGEST_LABEL, "label", "too_long", LONGEST_LABEL)
                .check(isText(label), "label", "one_line")
                .check(hint.length() <= LONGEST_HINT, "hint", "too_long", LONGEST_HINT)
                .check(isText(hint), "hint", "one_line")
                .check(!kind.hasOptions() || options.size() >= 2, "options", "too_few_options")
                .check(options.size() <= MOST_OPTIONS, "options", "too_many_options", MOST_OPTIONS)
                .check(new HashSet<>(options).size() == options.size(), "options", "option_twice")
                .check(
                        options.stream().allMatch(option -> option.length() <= LONGEST_OPTION && isText(option)),
                        "options",
                        "option_too_long",
                        LONGEST_OPTION)
                .orThrow();
        return this;
    }

    private static boolean isText(String words) {
        return words.codePoints().noneMatch(Character::isISOControl);
    }
}
