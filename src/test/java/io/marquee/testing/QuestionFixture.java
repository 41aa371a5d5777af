package io.marquee.testing;

import io.marquee.event.EventView;
import io.marquee.platform.tenancy.Acting;
import io.marquee.registration.Question;
import io.marquee.registration.QuestionDetails;
import io.marquee.registration.QuestionKind;
import io.marquee.registration.Questions;
import java.util.List;
import org.springframework.stereotype.Component;

/** Questions of events. */
@Component
public class QuestionFixture {
    private final Questions questions;
    private final Acting acting;

    QuestionFixture(Questions questions, Acting acting) {
        this.questions = questions;
        this.acting = acting;
    }

    /** What everybody who comes must answer. */
    public static QuestionDetails diet() {
        return new QuestionDetails(
                "What do you eat?",
                "The kitchen needs to know.",
                QuestionKind.SINGLE_CHOICE,
                true,
                true,
                List.of("Everything", "No meat", "Nothing from animals"));
    }

    /** What the buyer may answer. */
    public static QuestionDetails of(String label, QuestionKind kind, String... options) {
        return new QuestionDetails(label, "", kind, false, false, List.of(options));
    }

    public Question ask(EventView event, QuestionDetails details) {
        return acting.as(EventFixture.owner(event.organization()), () -> questions.add(event, details));
    }
}
