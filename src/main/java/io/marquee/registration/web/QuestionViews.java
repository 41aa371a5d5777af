package io.marquee.registration.web;

import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.event.ManageNav.Entry;
import io.marquee.identity.Access;
import io.marquee.kernel.Wire;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Text;
import io.marquee.registration.Condition;
import io.marquee.registration.Question;
import io.marquee.registration.Questions;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages of questions show. */
@Component
class QuestionViews {
    private final Questions questions;
    private final Access access;

    QuestionViews(Questions questions, Access access) {
        this.questions = questions;
        this.access = access;
    }

    QuestionsView list(EventView event, Text text) {
        List<Question> asked = questions.asked(event.id());
        return new QuestionsView(
                nav(event, text),
                path(event),
                asked.stream()
                        .map(question -> new QuestionsView.Line(
                                path(event) + "/" + question.id(),
                                question.details().label(),
                                about(question, text),
                                question.details().options(),
                                question.equals(asked.getFirst()),
                                question.equals(asked.getLast())))
                        .toList());
    }

    QuestionFormView form(
            EventView event, @Nullable Question question, QuestionForm form, FieldErrors errors, Text text) {
        List<Option> answers = answers(event, question, text);
        String action = question == null ? path(event) : path(event) + "/" + question.id();
        return new QuestionFormView(
                nav(event, text),
                text.get(question == null ? "registration.add" : "registration.edit"),
                action,
                path(event),
                Stream.concat(
                                Stream.of(
                                        Field.text("label", text.get("registration.label"))
                                                .value(form.label())
                                                .with("maxlength", "200")
                                                .error(errors.of("label"))
                                                .required(),
                                        Field.text("hint", text.get("registration.hint"))
                                                .value(form.hint())
                                                .with("maxlength", "500")
                                                .error(errors.of("hint")),
                                        Field.select("kind", text.get("registration.kind"), kinds(text))
                                                .value(form.kind())
                                                .error(errors.of("kind"))
                                                .required(),
                                        Field.textarea("options", text.get("registration.options"))
                                                .value(form.options())
                                                .with("rows", "5")
                                                .hint(text.get("registration.options_hint"))
                                                .error(errors.of("options")),
                                        Field.choices(
                                                        "per",
                                                        text.get("registration.per"),
                                                        List.of(
                                                                Option.of("order", text.get("registration.per.order")),
                                                                Option.of(
                                                                        "attendee",
                                                                        text.get("registration.per.attendee"))))
                                                .value(form.per())
                                                .required(),
                                        Field.checkbox("required", text.get("registration.required"))
                                                .value(form.required()),
                                        Field.checkbox("atDoor", text.get("registration.at_door"))
                                                .value(form.atDoor())
                                                .hint(text.get("registration.at_door_hint"))),
                                answers.isEmpty()
                                        ? Stream.of()
                                        : Stream.of(
                                                Field.several("condition", text.get("registration.condition"), answers)
                                                        .hint(text.get("registration.condition_hint"))
                                                        .value(String.join("\n", form.onlyIf()))
                                                        .error(errors.of("condition"))))
                        .toList(),
                errors);
    }

    /** What can be said to the other questions that have answers to choose from. */
    private List<Option> answers(EventView event, @Nullable Question self, Text text) {
        return questions.asked(event.id()).stream()
                .filter(other -> self == null || !other.id().equals(self.id()))
                .flatMap(other -> Condition.answersTo(other.details()).stream()
                        .map(answer -> Option.of(
                                QuestionForm.named(other.id(), answer),
                                other.details().label() + " – "
                                        + (other.details().options().isEmpty()
                                                ? text.get("registration." + answer)
                                                : answer))))
                .toList();
    }

    static String path(EventView event) {
        return "/manage/events/" + event.slug() + "/questions";
    }

    private ManageNav nav(EventView event, Text text) {
        return ManageNav.of(event, Entry.QUESTIONS, access, text);
    }

    private static List<Option> kinds(Text text) {
        return QuestionForm.kinds().stream()
                .map(kind -> Option.of(Wire.name(kind), text.of("registration.kind", kind)))
                .toList();
    }

    private static String about(Question question, Text text) {
        String about = String.join(
                " · ",
                text.of("registration.kind", question.details().kind()),
                text.get(question.details().perAttendee() ? "registration.per.attendee" : "registration.per.order"),
                text.get(question.details().required() ? "registration.is_required" : "registration.is_optional"));
        if (question.details().condition() != null) about += " · " + text.get("registration.is_conditional");
        return question.details().atDoor() ? about + " · " + text.get("registration.is_at_door") : about;
    }
}
