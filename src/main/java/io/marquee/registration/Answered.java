package io.marquee.registration;

import io.marquee.platform.web.Text;
import java.time.LocalDate;
import java.util.List;

/** A question with what was said to it. */
public record Answered(Question question, int ticket, List<String> said) {

    public Answer answer() {
        return new Answer(question.id(), ticket, said);
    }

    /** What was said, as a person writes it. */
    public String words(Text text) {
        return switch (question.details().kind()) {
            case YES_NO -> text.get("registration." + said.getFirst());
            case DATE -> text.shortDate(LocalDate.parse(said.getFirst()));
            case SHORT_TEXT, LONG_TEXT, SINGLE_CHOICE, SEVERAL_CHOICES, NUMBER, EMAIL, PHONE -> String.join(", ", said);
        };
    }
}
