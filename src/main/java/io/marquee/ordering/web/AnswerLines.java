package io.marquee.ordering.web;

import io.marquee.platform.web.Text;
import io.marquee.registration.Answered;
import java.util.List;

/** Answers in words, for the buyer and the team. */
public final class AnswerLines {
    private AnswerLines() {}

    public static List<AnswerLine> of(List<Answered> answers, Text text) {
        return answers.stream()
                .map(answer -> new AnswerLine(about(answer, text), answer.words(text)))
                .toList();
    }

    private static String about(Answered answer, Text text) {
        String label = answer.question().details().label();
        return answer.ticket() == 0 ? label : text.get("ordering.answers.of_ticket", answer.ticket(), label);
    }
}
