package io.marquee.feedback.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.event.ManageNav;
import io.marquee.feedback.FeedbackQuestions;
import io.marquee.identity.Access;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Wire;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import io.marquee.registration.Question;
import io.marquee.registration.QuestionDetails;
import io.marquee.registration.QuestionId;
import io.marquee.registration.QuestionKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an event asks afterwards, for its team. */
@Controller
@RequestMapping("/manage/events/{slug}/feedback/questions")
class FeedbackQuestionsController {
    private final EventReads events;
    private final FeedbackQuestions questions;
    private final Access access;

    FeedbackQuestionsController(EventReads events, FeedbackQuestions questions, Access access) {
        this.events = events;
        this.questions = questions;
        this.access = access;
    }

    @GetMapping
    ModelAndView list(@PathVariable String slug, Page page) {
        return shown(event(slug), null, Map.of("kind", "short_text"), FieldErrors.none(), page);
    }

    @GetMapping("/{question}")
    ModelAndView form(@PathVariable String slug, @PathVariable QuestionId question, Page page) {
        EventView event = event(slug);
        Question found = questions.find(event, question);
        return shown(event, found, typed(found.details()), FieldErrors.none(), page);
    }

    @PostMapping
    ModelAndView add(
            @PathVariable String slug,
            @RequestParam Map<String, String> typed,
            Page page,
            RedirectAttributes redirect) {
        EventView event = event(slug);
        return taken(event, null, typed, () -> questions.add(event, details(typed)), page, redirect);
    }

    @PostMapping("/{question}")
    ModelAndView edit(
            @PathVariable String slug,
            @PathVariable QuestionId question,
            @RequestParam Map<String, String> typed,
            Page page,
            RedirectAttributes redirect) {
        EventView event = event(slug);
        Question found = questions.find(event, question);
        return taken(event, found, typed, () -> questions.edit(event, question, details(typed)), page, redirect);
    }

    @PostMapping("/{question}/archival")
    ModelAndView archive(
            @PathVariable String slug, @PathVariable QuestionId question, Page page, RedirectAttributes redirect) {
        EventView event = event(slug);
        questions.archive(event, question);
        return done(event, "feedback.questions.archived", page, redirect);
    }

    private ModelAndView taken(
            EventView event,
            @Nullable Question question,
            Map<String, String> typed,
            Runnable act,
            Page page,
            RedirectAttributes redirect) {
        try {
            act.run();
        } catch (InvalidInput invalid) {
            ModelAndView again = shown(event, question, typed, FieldErrors.of(invalid, page.text()), page);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        return done(event, "feedback.questions.saved", page, redirect);
    }

    private static ModelAndView done(EventView event, String key, Page page, RedirectAttributes redirect) {
        Flash.good(page.text().get(key)).with(redirect);
        return SeeOther.to(path(event));
    }

    private ModelAndView shown(
            EventView event, @Nullable Question question, Map<String, String> typed, FieldErrors errors, Page page) {
        Text text = page.text();
        ManageNav nav = ManageNav.of(event, ManageNav.Entry.FEEDBACK, access, text);
        QuestionsView view = new QuestionsView(
                nav,
                nav.path() + "/feedback",
                question == null
                        ? questions.asked(event).stream()
                                .map(one -> line(event, one, text))
                                .toList()
                        : List.of(),
                text.get(question == null ? "feedback.questions.add" : "feedback.questions.change"),
                question == null ? path(event) : path(event) + "/" + question.id(),
                fields(typed, errors, text),
                errors);
        return page.titled(text.get("feedback.questions.heading"))
                .hue(event.details().hue())
                .show("feedback/questions", "view", view);
    }

    private static QuestionsView.Line line(EventView event, Question question, Text text) {
        QuestionDetails details = question.details();
        String about = text.of("feedback.kind", details.kind());
        if (details.required()) about += " · " + text.get("feedback.questions.required");
        if (!details.options().isEmpty()) about += " · " + String.join(", ", details.options());
        return new QuestionsView.Line(path(event) + "/" + question.id(), details.label(), about);
    }

    private static List<Field> fields(Map<String, String> typed, FieldErrors errors, Text text) {
        return List.of(
                Field.text("label", text.get("feedback.questions.label"))
                        .required()
                        .with("maxlength", "200")
                        .value(typed.get("label"))
                        .error(errors.of("label")),
                Field.text("hint", text.get("feedback.questions.hint"))
                        .with("maxlength", "500")
                        .value(typed.get("hint"))
                        .error(errors.of("hint")),
                Field.select(
                                "kind",
                                text.get("feedback.questions.kind"),
                                Arrays.stream(QuestionKind.values())
                                        .map(kind -> Option.of(Wire.name(kind), text.of("feedback.kind", kind)))
                                        .toList())
                        .required()
                        .value(typed.get("kind"))
                        .error(errors.of("kind")),
                Field.textarea("options", text.get("feedback.questions.options"))
                        .with("rows", "4")
                        .hint(text.get("feedback.questions.options.hint"))
                        .value(typed.get("options"))
                        .error(errors.of("options")),
                Field.checkbox("required", text.get("feedback.questions.must")).value(typed.get("required")));
    }

    private static QuestionDetails details(Map<String, String> typed) {
        try {
            return new QuestionDetails(
                    typed.getOrDefault("label", ""),
                    typed.getOrDefault("hint", ""),
                    Wire.parse(QuestionKind.class, typed.getOrDefault("kind", "")),
                    typed.containsKey("required"),
                    false,
                    false,
                    typed.getOrDefault("options", "").lines().toList());
        } catch (IllegalArgumentException unknown) {
            throw InvalidInput.at("kind", "required");
        }
    }

    private static Map<String, String> typed(QuestionDetails details) {
        return Map.of(
                "label", details.label(),
                "hint", details.hint(),
                "kind", Wire.name(details.kind()),
                "options", String.join("\n", details.options()),
                "required", String.valueOf(details.required()));
    }

    private EventView event(String slug) {
        return events.where(Permission.EDIT_EVENT, slug);
    }

    private static String path(EventView event) {
        return "/manage/events/" + event.slug() + "/feedback/questions";
    }
}
