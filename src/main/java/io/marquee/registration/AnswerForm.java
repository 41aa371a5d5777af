package io.marquee.registration;

import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The questions of an event as fields of a form.
 *
 * @param tickets the names of the tickets, in their order
 */
public record AnswerForm(List<Question> asked, List<String> tickets) {
    private static final int MOST_IN_VIEW = 6;

    /** What a form sent, by the names of its fields. */
    public List<Answer> read(Map<String, List<String>> fields) {
        List<Answer> answers = new ArrayList<>();
        for (Question question : asked) {
            for (int ticket : places(question)) {
                List<String> said = fields.getOrDefault(question.field(ticket), List.of());
                answers.add(new Answer(question.id(), ticket, said));
            }
        }
        return answers;
    }

    /** What everybody is asked together first, then each. */
    public List<AnswerGroup> groups(List<Answer> given, FieldErrors errors, Text text) {
        List<AnswerGroup> groups = new ArrayList<>();
        addGroup(groups, 0, null, given, errors, text);
        for (int ticket = 1; ticket <= tickets.size(); ticket++) {
            String title =
                    tickets.size() == 1 ? null : text.get("registration.ticket", ticket, tickets.get(ticket - 1));
            addGroup(groups, ticket, title, given, errors, text);
        }
        return groups;
    }

    private void addGroup(
            List<AnswerGroup> groups,
            int ticket,
            @Nullable String title,
            List<Answer> given,
            FieldErrors errors,
            Text text) {
        List<Field> fields = asked.stream()
                .filter(question -> question.details().perAttendee() == (ticket > 0))
                .map(question -> field(question, ticket, given, text).error(errors.of(question.field(ticket))))
                .toList();
        if (!fields.isEmpty()) groups.add(new AnswerGroup(title, fields));
    }

    private int[] places(Question question) {
        return question.details().perAttendee()
                ? IntStream.rangeClosed(1, tickets.size()).toArray()
                : new int[] {0};
    }

    private Field field(Question question, int ticket, List<Answer> given, Text text) {
        QuestionDetails details = question.details();
        Field field = empty(question.field(ticket), details, text)
                .hint(hint(question, text))
                .value(said(question, ticket, given));
        Question other = Condition.controlling(asked, question);
        Condition condition = details.condition();
        if (other != null && condition != null)
            field = field.with("only-if", other.field(other.details().perAttendee() ? ticket : 0))
                    .with("only-when", String.join("\n", condition.any()));
        return details.required() ? field.required() : field;
    }

    /** For whom it is stands there too: nothing hides it where scripts don't run. */
    private @Nullable String hint(Question question, Text text) {
        String hint = question.details().hint();
        Question other = Condition.controlling(asked, question);
        if (other == null) return hint.isEmpty() ? null : hint;
        return (text.get("registration.only_if", other.details().label(), chosen(question, text)) + " " + hint).strip();
    }

    /** "No meat / Nothing from animals" */
    static String chosen(Question question, Text text) {
        Condition condition = question.details().condition();
        return condition == null
                ? ""
                : condition.any().stream()
                        .map(one -> Condition.YES_NO.contains(one) ? text.get("registration." + one) : one)
                        .collect(Collectors.joining(" / "));
    }

    private static Field empty(String name, QuestionDetails details, Text text) {
        String label = details.label();
        return switch (details.kind()) {
            case SHORT_TEXT -> Field.text(name, label).with("maxlength", "200").with("autocomplete", "off");
            case LONG_TEXT -> Field.textarea(name, label).with("rows", "3").with("maxlength", "2000");
            case NUMBER ->
                Field.text(name, label)
                        .with("inputmode", "decimal")
                        .with("maxlength", "30")
                        .with("autocomplete", "off");
            case DATE -> Field.date(name, label);
            case EMAIL -> Field.email(name, label).with("maxlength", "320");
            case PHONE ->
                Field.text(name, label)
                        .with("type", "tel")
                        .with("autocomplete", "tel")
                        .with("maxlength", "30");
            case SEVERAL_CHOICES -> Field.several(name, label, options(details));
            case YES_NO ->
                Field.choices(
                        name,
                        label,
                        List.of(
                                Option.of("yes", text.get("registration.yes")),
                                Option.of("no", text.get("registration.no"))));
            case SINGLE_CHOICE ->
                details.required() && details.options().size() <= MOST_IN_VIEW
                        ? Field.choices(name, label, options(details))
                        : Field.select(
                                name,
                                label,
                                Stream.concat(
                                                Stream.of(Option.of("", text.get("registration.choose"))),
                                                options(details).stream())
                                        .toList());
        };
    }

    private static List<Option> options(QuestionDetails details) {
        return details.options().stream()
                .map(option -> Option.of(option, option))
                .toList();
    }

    private static @Nullable String said(Question question, int ticket, List<Answer> given) {
        return given.stream()
                .filter(answer -> answer.question().equals(question.id()) && answer.ticket() == ticket)
                .map(answer -> String.join("\n", answer.said()))
                .findFirst()
                .orElse(null);
    }
}
