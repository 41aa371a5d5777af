package io.marquee.registration;

import io.marquee.kernel.EmailAddress;
import io.marquee.kernel.InvalidInput;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What counts as an answer to a question. */
final class AnswerRules {
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_NUMBER = 30;

    /** As people write them: digits, with what stands between them. */
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()/.\\-]{5,30}");

    private AnswerRules() {}

    private record Place(QuestionId question, int ticket) {}

    /**
     * The answers to what is asked, as they are kept; blank ones and those to what is not asked are left out.
     *
     * @throws InvalidInput with all that is missing or wrong, each at {@link Question#field}
     */
    static List<Answer> checked(List<Question> asked, int tickets, List<Answer> given) {
        Map<Place, Answer> byPlace = given.stream()
                .collect(Collectors.toMap(
                        answer -> new Place(answer.question(), answer.ticket()), Function.identity(), (a, b) -> b));
        InvalidInput.Gatherer wrong = InvalidInput.gather();
        List<Answer> kept = new ArrayList<>();
        for (Question question : asked) {
            boolean each = question.details().perAttendee();
            IntStream.rangeClosed(each ? 1 : 0, each ? tickets : 0).forEach(ticket -> {
                if (!isFor(asked, question, ticket, byPlace)) return;
                Answer answer = byPlace.get(new Place(question.id(), ticket));
                if (answer == null || answer.said().isEmpty()) {
                    wrong.check(!question.details().required(), question.field(ticket), "required");
                } else {
                    Answer canonical = canonical(question.details(), answer);
                    wrong.check(
                            canonical != null,
                            question.field(ticket),
                            code(question.details()),
                            limit(question.details()));
                    if (canonical != null) kept.add(canonical);
                }
            });
        }
        wrong.orThrow();
        return kept;
    }

    /** Whether the condition holds, and that of the question which it asks about; one that is asked no more has no say. */
    private static boolean isFor(List<Question> asked, Question question, int ticket, Map<Place, Answer> byPlace) {
        Question other = Condition.controlling(asked, question);
        if (other == null) return true;
        int place = other.details().perAttendee() ? ticket : 0;
        Answer said = byPlace.get(new Place(other.id(), place));
        return said != null
                && Objects.requireNonNull(question.details().condition()).holds(said.said())
                && isFor(asked, other, place, byPlace);
    }

    /** @return null when it is no answer to that */
    private static @Nullable Answer canonical(QuestionDetails question, Answer answer) {
        List<String> said = answer.said();
        Set<String> options = Set.copyOf(question.options());
        String one = said.getFirst();
        boolean single = said.size() == 1;
        return switch (question.kind()) {
            case SHORT_TEXT -> single && one.length() <= LONGEST_LINE && isOneLine(one) ? answer : null;
            case LONG_TEXT -> single && one.length() <= LONGEST_TEXT && one.indexOf('\0') < 0 ? answer : null;
            case SINGLE_CHOICE -> single && options.contains(one) ? answer : null;
            case SEVERAL_CHOICES ->
                options.containsAll(said) && new HashSet<>(said).size() == said.size() ? answer : null;
            case YES_NO -> single && Condition.YES_NO.contains(one) ? answer : null;
            case NUMBER -> single ? rewritten(answer, number(one)) : null;
            case DATE -> single ? rewritten(answer, date(one)) : null;
            case EMAIL ->
                single && EmailAddress.isValid(one)
                        ? rewritten(answer, EmailAddress.of(one).value())
                        : null;
            case PHONE -> single && PHONE.matcher(one).matches() ? answer : null;
        };
    }

    private static @Nullable Answer rewritten(Answer answer, @Nullable Object value) {
        return value == null ? null : new Answer(answer.question(), answer.ticket(), List.of(value.toString()));
    }

    private static @Nullable String number(String typed) {
        try {
            return typed.length() > LONGEST_NUMBER || typed.matches(".*[eE].*")
                    ? null
                    : new BigDecimal(typed.replace(',', '.')).toPlainString();
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static @Nullable LocalDate date(String typed) {
        try {
            LocalDate date = LocalDate.parse(typed);
            return date.getYear() >= 1 && date.getYear() <= 9999 ? date : null;
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    private static boolean isOneLine(String words) {
        return words.codePoints().noneMatch(Character::isISOControl);
    }

    private static String code(QuestionDetails question) {
        return switch (question.kind()) {
            case SHORT_TEXT, LONG_TEXT -> "answer_text";
            case SINGLE_CHOICE, SEVERAL_CHOICES, YES_NO -> "answer_choice";
            case NUMBER -> "answer_number";
            case DATE -> "answer_date";
            case EMAIL -> "answer_email";
            case PHONE -> "answer_phone";
        };
    }

    private static int limit(QuestionDetails question) {
        return question.kind() == QuestionKind.SHORT_TEXT ? LONGEST_LINE : LONGEST_TEXT;
    }
}
