package io.marquee.feedback.web;

import io.marquee.feedback.Feedback;
import io.marquee.kernel.InvalidInput;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import io.marquee.registration.Answer;
import io.marquee.registration.AnswerForm;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
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

/** Where the link in the mail after an event leads. */
@Controller
@RequestMapping("/feedback/{token}")
class AnswerController {
    private final Feedback feedback;

    AnswerController(Feedback feedback) {
        this.feedback = feedback;
    }

    @GetMapping
    ModelAndView show(@PathVariable String token, Page page) {
        Feedback.Asked asked = feedback.asked(token);
        return shown(token, asked, asked, FieldErrors.none(), page);
    }

    @PostMapping
    ModelAndView answer(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> typed,
            Page page,
            RedirectAttributes redirect) {
        String rating = Objects.requireNonNullElse(typed.getFirst("rating"), "");
        String comment = Objects.requireNonNullElse(typed.getFirst("comment"), "");
        Integer given = rating.matches("[1-5]") ? Integer.valueOf(rating) : null;
        Feedback.Asked asked = feedback.asked(token);
        List<Answer> said = new AnswerForm(asked.questions(), List.of()).read(typed);
        try {
            feedback.answer(token, given, comment, said);
        } catch (InvalidInput invalid) {
            FieldErrors errors = FieldErrors.of(invalid, page.text());
            Feedback.Asked again = new Feedback.Asked(asked.event(), given, comment, asked.questions(), said);
            ModelAndView shown = shown(token, asked, again, errors, page);
            shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return shown;
        }
        Flash.good(page.text().get("feedback.thanks")).with(redirect);
        return SeeOther.to("/feedback/" + token);
    }

    /** @param typed what stands in the form */
    private static ModelAndView shown(
            String token, Feedback.Asked asked, Feedback.Asked typed, FieldErrors errors, Page page) {
        Text text = page.text();
        String title = asked.event().details().title();
        AnswerView view = new AnswerView(
                asked.event(),
                "/feedback/" + token,
                asked.rating() != null,
                List.of(
                        Field.choices("rating", text.get("feedback.rating"), ratings(text))
                                .required()
                                .value(typed.rating())
                                .error(errors.of("rating")),
                        Field.textarea("comment", text.get("feedback.comment"))
                                .hint(text.get("feedback.comment.hint"))
                                .with("maxlength", String.valueOf(Feedback.LONGEST_COMMENT))
                                .value(typed.comment())
                                .error(errors.of("comment"))),
                new AnswerForm(asked.questions(), List.of()).groups(typed.answers(), errors, text),
                errors);
        return page.titled(text.get("feedback.title", title))
                .hue(asked.event().details().hue())
                .show("feedback/answer", "view", view);
    }

    /** The best first, as people read it. */
    private static List<Option> ratings(Text text) {
        return IntStream.of(5, 4, 3, 2, 1)
                .mapToObj(rating -> Option.of(String.valueOf(rating), text.get("feedback.rating." + rating)))
                .toList();
    }
}
