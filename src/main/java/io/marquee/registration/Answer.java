package io.marquee.registration;

import java.util.List;

/**
 * What somebody says to a question.
 *
 * @param ticket 1.. within the order; 0 where the order as a whole is asked
 * @param said one text, but for several choices; "yes" or "no"; a number; a date as 2031-06-18
 */
public record Answer(QuestionId question, int ticket, List<String> said) {
    public Answer {
        said = said.stream().map(String::strip).filter(one -> !one.isEmpty()).toList();
    }
}
