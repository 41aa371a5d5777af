package io.marquee.registration.web;

import io.marquee.event.EventReads;
import io.marquee.event.EventView;
import io.marquee.identity.Permission;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.registration.Question;
import io.marquee.registration.QuestionId;
import io.marquee.registration.Questions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an event asks those who come, for its team. */
@Controller
@RequestMapping("/manage/events/{slug}/questions")
class QuestionsController {
    private final EventReads events;
    private final Questions questions;
    private final QuestionViews views;

    QuestionsController(EventReads events, Questions questions, QuestionViews views) {
        this.events = events;
        this.questions = questions;
        this.views = views;
    }

    @GetMapping
    ModelAndView list(@PathVariable String slug, Page page) {
        EventView event = event(slug);
        return titled(page, event).show("registration/questions", "view", views.list(event, page.text()));
    }

    @GetMapping("/new")
    ModelAndView add(@PathVariable String slug, Page page) {
        return form(event(slug), null, QuestionForm.EMPTY, FieldErrors.none(), page);
    }

    @PostMapping
    ModelAndView create(
            @PathVariable String slug,
            @RequestParam MultiValueMap<String, String> fields,
            Page page,
            RedirectAttributes redirect) {
        EventView event = event(slug);
        QuestionForm form = QuestionForm.of(fields);
        try {
            questions.add(event, form.details());
            return done(event, "registration.added", page, redirect);
        } catch (InvalidInput invalid) {
            return form(event, null, form, FieldErrors.of(invalid, page.text()), page);
        }
    }

    @GetMapping("/{question}")
    ModelAndView show(@PathVariable String slug, @PathVariable QuestionId question, Page page) {
        EventView event = event(slug);
        Question shown = question(event, question);
        return form(event, shown, QuestionForm.of(shown.details()), FieldErrors.none(), page);
    }

    @PostMapping("/{question}")
    ModelAndView edit(
            @PathVariable String slug,
            @PathVariable QuestionId question,
            @RequestParam MultiValueMap<String, String> fields,
            Page page,
            RedirectAttributes redirect) {
        EventView event = event(slug);
        Question before = question(event, question);
        QuestionForm form = QuestionForm.of(fields);
        try {
            questions.edit(question, form.details());
            return done(event, "registration.edited", page, redirect);
        } catch (InvalidInput invalid) {
            return form(event, before, form, FieldErrors.of(invalid, page.text()), page);
        }
    }

    @PostMapping("/{question}/archival")
    ModelAndView archive(
            @PathVariable String slug, @PathVariable QuestionId question, Page page, RedirectAttributes redirect) {
        EventView event = event(slug);
        questions.archive(question(event, question).id());
        return done(event, "registration.archived", page, redirect);
    }

    @PostMapping("/{question}/position")
    ModelAndView move(
            @PathVariable String slug,
            @PathVariable QuestionId question,
            @RequestParam(defaultValue = "down") String to) {
        EventView event = event(slug);
        questions.move(question(event, question).id(), to.equals("up"));
        return SeeOther.to(QuestionViews.path(event));
    }

    private EventView event(String slug) {
        return events.where(Permission.EDIT_EVENT, slug);
    }

    private Question question(EventView event, QuestionId id) {
        Question question = questions.editable(id);
        if (!question.event().equals(event.id())) throw new NotFound("question");
        return question;
    }

    private static ModelAndView done(EventView event, String words, Page page, RedirectAttributes redirect) {
        Flash.good(page.text().get(words)).with(redirect);
        return SeeOther.to(QuestionViews.path(event));
    }

    private ModelAndView form(
            EventView event, @Nullable Question question, QuestionForm form, FieldErrors errors, Page page) {
        ModelAndView shown = titled(page, event)
                .show("registration/question-form", "view", views.form(event, question, form, errors, page.text()));
        if (errors.any()) shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return shown;
    }

    private static Page titled(Page page, EventView event) {
        return page.titled(page.text().get("registration.title", event.details().title()))
                .hue(event.details().hue());
    }
}
