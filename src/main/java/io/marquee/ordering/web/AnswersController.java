package io.marquee.ordering.web;

import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.NotFound;
import io.marquee.ordering.OrderView;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.SeeOther;
import io.marquee.registration.Answer;
import io.marquee.ticketing.TicketsRefused.RegistrationClosed;
import java.util.List;
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

/** What a buyer has answered to the event's questions: to be read, and changed until registration locks. */
@Controller
@RequestMapping("/orders/{token}/answers")
class AnswersController {
    private final Visits visits;
    private final Interviews interviews;

    AnswersController(Visits visits, Interviews interviews) {
        this.visits = visits;
        this.interviews = interviews;
    }

    @GetMapping
    ModelAndView show(@PathVariable String token, Page page) {
        Visit visit = visits.open(token);
        return shown(visit, interviews.answers(visit), FieldErrors.none(), page);
    }

    @PostMapping
    ModelAndView change(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> fields,
            Page page,
            RedirectAttributes redirect) {
        Visit visit = visits.open(token);
        List<Answer> answers = interviews.of(visit).read(fields);
        try {
            interviews.change(order(visit), visit, answers);
            Flash.good(page.text().get("ordering.answers.changed")).with(redirect);
            return SeeOther.to(visit.orderPath());
        } catch (RegistrationClosed locked) {
            Flash.bad(page.text().get("ordering.answers.locked")).with(redirect);
            return SeeOther.to(visit.orderPath() + "/answers");
        } catch (InvalidInput invalid) {
            ModelAndView again = shown(visit, answers, FieldErrors.of(invalid, page.text()), page);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
    }

    private ModelAndView shown(Visit visit, List<Answer> answers, FieldErrors errors, Page page) {
        order(visit);
        boolean open = visit.event().registrationOpen(visit.now());
        AnswersPage view = new AnswersPage(
                EventSummary.of(visit.event(), page.text()),
                visit.orderPath(),
                open ? interviews.of(visit).groups(answers, errors, page.text()) : List.of(),
                open ? List.of() : AnswerLines.of(interviews.answered(visit), page.text()),
                errors);
        return page.titled(page.text().get("ordering.answers.title"))
                .hue(visit.event().details().hue())
                .show("ordering/answers", "view", view);
    }

    private static OrderView order(Visit visit) {
        OrderView order = visit.order();
        if (order == null) throw new NotFound("order");
        return order;
    }
}
