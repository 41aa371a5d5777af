package io.marquee.guest;

import io.marquee.kernel.EventId;
import io.marquee.registration.Answer;
import io.marquee.registration.Answered;
import io.marquee.registration.Question;
import io.marquee.registration.QuestionId;
import io.marquee.registration.Questions;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What guests without a ticket have answered to the questions of their event. Those with one answer with their order. */
@Component
class GivenAnswers {
    private final Questions questions;
    private final JdbcClient jdbc;
    private final Clock clock;

    GivenAnswers(Questions questions, JdbcClient jdbc, Clock clock) {
        this.questions = questions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws io.marquee.kernel.InvalidInput with all that is missing or wrong */
    List<Answer> checked(EventId event, List<Answer> given) {
        return questions.checked(event, 1, given);
    }

    /** In the place of those before. */
    void keep(GuestView guest, List<Answer> answers) {
        jdbc.sql("delete from guest.answers where guest_id = ?")
                .param(guest.id().value())
                .update();
        answers.forEach(answer -> jdbc.sql("""
                        insert into guest.answers (guest_id, event_id, organization_id, question_id, ticket, said, at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        guest.id().value(),
                        guest.event().value(),
                        guest.organization().value(),
                        answer.question().value(),
                        answer.ticket(),
                        answer.said().toArray(String[]::new),
                        Timestamp.from(clock.instant()))
                .update());
    }

    /** The other's become those of the guest that is kept, whose own to the same questions stay. @param dropped of those, by their fields */
    void takeOver(Comparison two, List<String> dropped) {
        UUID kept = two.kept().id().value();
        UUID gone = two.other().id().value();
        jdbc.sql("delete from guest.answers where guest_id = ? and 'answer-' || question_id || '-' || ticket = any (?)")
                .params(kept, dropped.toArray(String[]::new))
                .update();
        jdbc.sql("""
                        update guest.answers o set guest_id = :kept
                         where guest_id = :gone and not exists (
                           select from guest.answers k
                            where k.guest_id = :kept and k.question_id = o.question_id and k.ticket = o.ticket)
                        """).param("kept", kept).param("gone", gone).update();
    }

    List<Answered> of(GuestView guest) {
        Map<QuestionId, Question> asked = questions.everAsked(guest.event()).stream()
                .collect(Collectors.toMap(Question::id, Function.identity()));
        return jdbc
                .sql(
                        "select question_id, ticket, said from guest.answers where guest_id = ? order by ticket, question_id")
                .param(guest.id().value())
                .query((row, n) ->
                        new Answer(new QuestionId(row.getObject(1, UUID.class)), row.getInt(2), List.of((String[])
                                row.getArray(3).getArray())))
                .stream()
                .filter(answer -> asked.containsKey(answer.question()))
                .map(answer -> new Answered(
                        Objects.requireNonNull(asked.get(answer.question())), answer.ticket(), answer.said()))
                .toList();
    }
}
